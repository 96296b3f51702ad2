import type { GpuMode } from './types.ts';

/** The few parts of gpu.js 2.24 that we use. Its own types are wider and looser. */
export interface GpuKernel {
  (...args: readonly unknown[]): unknown;
  readonly kernel: {
    build(...args: readonly unknown[]): void;
    /** Set when gpu.js silently degraded the kernel to its `cpu` mode. */
    readonly fallbackReason: string | null | undefined;
    /** webgl2: shapes the pixels it read into nested arrays. */
    formatValues?: ((pixels: Float32Array) => unknown) | null;
    /** webasm: shapes the wasm memory it copied into nested arrays. */
    _shapeOutput?: (data: Float32Array) => unknown;
  };
  destroy(): void;
}

export interface GpuInstance {
  createKernel(source: string, settings: object): GpuKernel;
  destroy(): Promise<void>;
}

export type GpuConstructor = new (settings: { mode: GpuMode; canvas?: unknown; context?: unknown }) => GpuInstance;

/**
 * gpu.js is CommonJS in Node (a namespace that holds the class) and a class that holds itself in its browser build;
 * either way the class is `default.GPU`. It is loaded on demand: 152 kB that only the worker and the command line need.
 */
export async function loadGpu(): Promise<GpuConstructor> {
  const library = (await import('gpu.js')) as unknown as { default: { GPU: GpuConstructor } };
  return library.default.GPU;
}
