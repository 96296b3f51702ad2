/** What becomes of lr over a run, as torch.optim.lr_scheduler has it when it is stepped after every update. */
export const scheduleKinds = ['step', 'exponential', 'cosine', 'warmup', 'onecycle'] as const;
export type ScheduleKind = (typeof scheduleKinds)[number];

export interface Schedule {
  readonly kind: ScheduleKind;
  /** Updates: a stage of `step`, else the whole way of the schedule. `exponential` has none and reads it not. */
  readonly over: number;
  /** lr's factor: at each stage (`step`), at each update (`exponential`), at the end (`cosine`), at the beginning (`warmup`, `onecycle`). */
  readonly factor: number;
}

/** OneCycleLR's own numbers: the share of the way up, and the end as a share of the beginning. */
const RISE = 0.3;
const END = 1e-4;

/** Half a cosine from 1 to 0. */
const fall = (share: number) => (1 + Math.cos(Math.PI * share)) / 2;
/** From `a` to `b` along it, as torch anneals. */
const anneal = (a: number, b: number, share: number) => b + (a - b) * fall(Math.min(Math.max(share, 0), 1));

/**
 * By how much update `step` (1, 2, …) multiplies lr. The first update is the schedule's epoch 0: StepLR(over, γ), ExponentialLR(γ),
 * CosineAnnealingLR(over, eta_min = factor · lr), LinearLR(start_factor, total_iters = over), OneCycleLR(max_lr = lr, total_steps =
 * over, div_factor = 1/factor). Beyond `over` lr stays where it is, whereas torch's cosine rises again and its one-cycle refuses.
 */
export function scheduleFactor({ kind, over, factor }: Schedule, step: number): number {
  const epoch = step - 1;
  switch (kind) {
    case 'step':
      return factor ** Math.floor(epoch / over);
    case 'exponential':
      return factor ** epoch;
    case 'cosine':
      return anneal(1, factor, epoch / over);
    case 'warmup':
      return factor + (1 - factor) * Math.min(epoch / over, 1);
    case 'onecycle': {
      const top = RISE * over - 1;
      if (epoch <= top) return anneal(factor, 1, epoch / top);
      return anneal(1, factor * END, (epoch - top) / (over - 1 - top));
    }
  }
}
