import { loadGpu, type GpuConstructor, type GpuInstance } from '../../src/gpu/library.ts';

/** gpu.js, but `broken` may refuse a mode, refuse a kernel or change what kernels compute. */
export async function tampered(broken: {
  open?: (mode: string) => void;
  build?: (mode: string, source: string) => void;
  result?: (mode: string, source: string, value: number, column: number) => number;
}): Promise<GpuConstructor> {
  const Gpu = await loadGpu();
  return class implements GpuInstance {
    readonly #gpu: GpuInstance;
    readonly #mode: string;
    constructor(settings: { mode: 'webgl2' | 'webasm' | 'cpu' }) {
      broken.open?.(settings.mode);
      this.#mode = settings.mode;
      this.#gpu = new Gpu(settings);
    }
    createKernel(source: string, settings: object) {
      broken.build?.(this.#mode, source);
      const kernel = this.#gpu.createKernel(source, settings);
      const { result } = broken;
      if (!result) return kernel;
      const change = (part: unknown): unknown =>
        part instanceof Float32Array
          ? part.map((value, i) => result(this.#mode, source, value, i))
          : (part as unknown[]).map(change);
      return Object.assign((...args: unknown[]) => change(kernel(...args)), {
        kernel: kernel.kernel,
        destroy: () => kernel.destroy(),
      });
    }
    destroy() {
      return this.#gpu.destroy();
    }
  };
}
