/** What is done to a run on its way, to see how a rule takes it. Updates count from 1. */
export interface Disturbance {
  /** Added once to the gradient that update `step` sees. */
  readonly inject?: { readonly step: number; readonly gradient: readonly [gx: number, gy: number] };
  /** From update `step` on, lr is `factor` times what it was. */
  readonly lrChange?: { readonly step: number; readonly factor: number };
}

/** lr at update `step`. */
export function disturbedLr(lr: number, { lrChange }: Disturbance, step: number): number {
  return lrChange && step >= lrChange.step ? lr * lrChange.factor : lr;
}
