import type { GpuConstructor, GpuInstance, GpuKernel } from './library.ts';
import type { GpuMode, KernelArgument, KernelProgram } from './types.ts';

/** A loop bounded by an argument stops silently at gpu.js's default of 1,000 iterations. */
const LOOP_LIMIT = 1_000_000;

export class ContextLostError extends Error {
  override readonly name = 'ContextLostError';
}

export interface BuiltKernel {
  /** Four floats a cell, x fastest. The array is the caller's own. */
  run(args: readonly KernelArgument[]): Float32Array<ArrayBuffer>;
  destroy(): void;
}

export interface Backend {
  readonly id: GpuMode;
  /** Compiles; array arguments of later runs have the sizes of `args`. */
  build(program: KernelProgram, output: readonly number[], args: readonly KernelArgument[]): BuiltKernel;
  /** Takes the GL context away, as the system does under memory pressure; for tests. */
  loseContext(): void;
  close(): void;
}

/** @throws when this machine has no such backend: the message says why. */
export function openBackend(Gpu: GpuConstructor, id: GpuMode): Backend {
  const context = id === 'webgl2' ? openContext() : null;
  const gpu = new Gpu(context ? { mode: id, canvas: context.canvas, context } : { mode: id });
  const lost = () => context?.isContextLost() ?? false;
  return {
    id,
    build: (program, output, args) => buildKernel(gpu, program, output, args, lost),
    loseContext: () => context?.getExtension('WEBGL_lose_context')?.loseContext(),
    close: () => void gpu.destroy(),
  };
}

/** Our own canvas rather than gpu.js's, so that we can ask whether its context was lost. */
function openContext(): WebGL2RenderingContext {
  if (typeof OffscreenCanvas === 'undefined') throw new Error('there is no OffscreenCanvas here');
  const context = new OffscreenCanvas(1, 1).getContext('webgl2', { alpha: false, depth: false, antialias: false });
  if (!context) throw new Error('this browser gives no WebGL 2 context');
  if (!context.getExtension('EXT_color_buffer_float')) throw new Error('WebGL 2 here cannot render to float textures');
  return context;
}

function buildKernel(
  gpu: GpuInstance,
  program: KernelProgram,
  output: readonly number[],
  args: readonly KernelArgument[],
  lost: () => boolean,
): BuiltKernel {
  if (lost()) throw new ContextLostError('the WebGL context was lost');
  const kernel = gpu.createKernel(program.source, {
    output: [...output],
    argumentTypes: [...program.argumentTypes],
    precision: 'single',
    tactic: 'precision', // highp; else gpu.js may take mediump for small outputs, which phones compute in half floats
    loopMaxIterations: LOOP_LIMIT,
  });
  kernel.kernel.build(...args);
  // webasm degrades to cpu without an error, and cpu dies under the page's policy.
  const degraded = kernel.kernel.fallbackReason;
  if (degraded) throw new Error(`gpu.js degraded the kernel to cpu: ${degraded}`);
  keepFlat(kernel);
  const cells = output.reduce((product, side) => product * side, 1);
  return {
    run(args) {
      const result = kernel(...args);
      // A lost context computes zeros and says nothing.
      if (lost()) throw new ContextLostError('the WebGL context was lost');
      return flat(result, cells * 4);
    },
    destroy: () => kernel.destroy(),
  };
}

/**
 * gpu.js cuts its one flat result into an array per cell: at 65,536 cells that costs as much as 20 steps of Adam.
 * Both shapers are private, so `flat` takes either form and a test pins that this one is in effect.
 */
function keepFlat({ kernel }: GpuKernel): void {
  if (kernel._shapeOutput) kernel._shapeOutput = (data) => data;
  if (kernel.formatValues) kernel.formatValues = (pixels) => pixels;
}

function flat(result: unknown, length: number): Float32Array<ArrayBuffer> {
  if (result instanceof Float32Array) {
    const data = result as Float32Array<ArrayBuffer>;
    return data.length === length && data.byteLength === data.buffer.byteLength ? data : data.slice(0, length);
  }
  const target = new Float32Array(length);
  let offset = 0;
  const copy = (part: unknown): void => {
    if (part instanceof Float32Array) {
      target.set(part, offset);
      offset += part.length;
    } else for (const inner of part as readonly unknown[]) copy(inner);
  };
  copy(result);
  return target;
}
