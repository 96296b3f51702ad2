/** Modes of gpu.js that we open. `cpu` compiles with `new Function`, which the page's policy forbids: Node only. */
export type GpuMode = 'webgl2' | 'webasm' | 'cpu';

/** What can compute a job; `float64` is our own evaluator, the last resort. */
export type BackendId = GpuMode | 'float64';

export type KernelKind = 'surface' | 'swarm' | 'landscape' | 'layer';

/** Functions whose precision and speed belong together on every backend; see `functionClass.ts`. `counting`: whole numbers up to 2²⁴, exactly. */
export type FunctionClass = 'arithmetic' | 'counting' | 'trigonometry' | 'exponential' | 'power';

export type KernelArgument = Float32Array | number;

/**
 * A kernel as text. Formula and rule alone decide it: numbers are arguments, so that no slider compiles anything,
 * and text, not a function, so that it survives minification.
 */
export interface KernelProgram {
  readonly kind: KernelKind;
  /** GPU.js kernel source that returns `[r, g, b, a]` per cell. It is the kernel's identity. */
  readonly source: string;
  /** One per argument of the source, in order. */
  readonly argumentTypes: readonly ('Array' | 'Float')[];
  readonly classes: readonly FunctionClass[];
}

export interface KernelRequest {
  readonly program: KernelProgram;
  /** Cells, x fastest: `[count]` or `[width, height]`. */
  readonly output: readonly number[];
  readonly args: readonly KernelArgument[];
  /** Arguments of a load worth measuring, where `args` may ask for next to nothing (a swarm at step 0). */
  readonly probe?: () => readonly KernelArgument[];
  /** The same result by our own evaluator. */
  readonly float64: () => Float32Array<ArrayBuffer>;
}

export interface BackendReport {
  readonly id: BackendId;
  readonly available: boolean;
  /** Why it is not available, or for which functions it is not used. */
  readonly reason?: string;
  /** Largest deviation from float64 in the self-test (see `selfTest.ts` for its units); empty for `float64` itself. */
  readonly deviation: Readonly<Partial<Record<FunctionClass, number>>>;
}

/**
 * `measured`: the fastest of `candidates`. `only`: no other backend passed its self-test for these functions.
 * `override`: asked for. `override-unavailable`: asked for another one, which is not available.
 */
export type ChoiceWhy = 'measured' | 'only' | 'override' | 'override-unavailable';

export interface Choice {
  readonly backend: BackendId;
  /** Of the measurement, or of the last run where nothing was measured. */
  readonly milliseconds: number;
  readonly why: ChoiceWhy;
  /** What was measured, fastest first; empty when nothing was. */
  readonly candidates: readonly { readonly backend: BackendId; readonly milliseconds: number }[];
}

export interface DeviceReport {
  readonly backends: readonly BackendReport[];
  /** The latest choice for each kind of kernel; null before its first job. */
  readonly chosen: { readonly surface: Choice | null; readonly swarm: Choice | null };
  readonly override: { readonly asked: string; readonly honoured: boolean; readonly reason?: string } | null;
  readonly kernelsBuilt: number;
  /** Where the jobs run; `main`: no worker could be made, so float64 runs in slices on the page's own thread. */
  readonly thread: 'worker' | 'main' | 'node';
  /** What went wrong on the way and what was done about it, oldest first: lost contexts, kernels that failed. */
  readonly incidents: readonly string[];
}
