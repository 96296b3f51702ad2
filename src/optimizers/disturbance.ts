import { noiseAt, type GradientNoise } from './noise.ts';
import { scheduleFactor, type Schedule } from './schedule.ts';

/** What is done to a run on its way, to see how a rule takes it. Updates count from 1. */
export interface Disturbance {
  /** Added once to the gradient that update `step` sees. */
  readonly inject?: { readonly step: number; readonly gradient: readonly [gx: number, gy: number] };
  /** From update `step` on, lr is `factor` times what it was. */
  readonly lrChange?: { readonly step: number; readonly factor: number };
  /** How lr goes over the whole run. */
  readonly schedule?: Schedule;
  /** Added to every gradient that an update sees. */
  readonly noise?: GradientNoise;
}

/** lr at update `step`. */
export function disturbedLr(lr: number, { lrChange, schedule }: Disturbance, step: number): number {
  const scheduled = schedule ? lr * scheduleFactor(schedule, step) : lr;
  return lrChange && step >= lrChange.step ? scheduled * lrChange.factor : scheduled;
}

/** What is added to ∂f/∂x (axis 0) or ∂f/∂y (1) for update `step`, in the order in which it is added. */
export function addedTo({ inject, noise }: Disturbance, step: number, axis: 0 | 1): readonly number[] {
  return [...(inject?.step === step ? [inject.gradient[axis]] : []), ...(noise ? [noiseAt(noise, step, axis)] : [])];
}

/** A component of the gradient as update `step` sees it: with what is put in, and with its noise. */
export function disturbedGradient(
  g: number,
  { inject, noise }: Disturbance,
  step: number,
  axis: 0 | 1,
  particle = 0,
): number {
  const put = inject?.step === step ? g + inject.gradient[axis] : g;
  return noise ? put + noiseAt(noise, step, axis, particle) : put;
}
