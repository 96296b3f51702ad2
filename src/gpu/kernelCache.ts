import type { Backend, BuiltKernel } from './backend.ts';
import type { GpuMode, KernelArgument, KernelProgram } from './types.ts';

/** Each webasm kernel pins its own memory and each webgl2 kernel its textures, so the longest unused one goes. */
const LIMIT = 24;

export interface KernelCache {
  /** The built kernel for this text and size, compiled at most once while it stays in the cache. */
  get(
    backend: Backend,
    program: KernelProgram,
    output: readonly number[],
    args: readonly KernelArgument[],
  ): BuiltKernel;
  /** Forgets a backend's kernels; with `destroy` false when their context is gone already. */
  drop(id: GpuMode, destroy: boolean): void;
  /** Compilations so far. */
  readonly built: number;
}

export function createKernelCache(): KernelCache {
  const kernels = new Map<string, BuiltKernel>();
  let built = 0;
  return {
    get(backend, program, output, args) {
      // Sizes of array arguments are compiled in.
      const sizes = args.map((value) => (typeof value === 'number' ? '' : value.length)).join();
      const key = `${backend.id} ${output.join('x')} ${sizes} ${program.source}`;
      let kernel = kernels.get(key);
      if (kernel) kernels.delete(key);
      else {
        kernel = backend.build(program, output, args);
        built += 1;
      }
      kernels.set(key, kernel); // a Map keeps the order of insertion: the first key is the longest unused
      for (const [oldest, { destroy }] of kernels) {
        if (kernels.size <= LIMIT) break;
        kernels.delete(oldest);
        destroy();
      }
      return kernel;
    },
    drop(id, destroy) {
      for (const [key, kernel] of kernels) {
        if (!key.startsWith(`${id} `)) continue;
        kernels.delete(key);
        if (destroy) kernel.destroy();
      }
    },
    get built() {
      return built;
    },
  };
}
