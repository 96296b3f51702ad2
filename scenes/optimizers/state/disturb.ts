import type { Disturbance } from '../../../src/optimizers/disturbance.ts';
import type { Schedule, ScheduleKind } from '../../../src/optimizers/schedule.ts';
import { disturbanceParams } from './limits.ts';
import type { LabStore } from './store.ts';
import type { ChangeKind } from '../../../src/state/sceneStore.ts';

/** One part of what disturbs the runs, by the names of `disturbanceParams`. */
export type DisturbanceNumber =
  | keyof (typeof disturbanceParams)['inject']
  | keyof (typeof disturbanceParams)['lrChange']
  | keyof (typeof disturbanceParams)['schedule'];

const { injectStep, injectX, injectY } = disturbanceParams.inject;
const { lrChangeStep, lrChangeFactor } = disturbanceParams.lrChange;

/** What is switched on and off; noise has a number that may be 0. */
export type DisturbancePart = 'inject' | 'lrChange';

/** What a disturbance is when it is switched on. */
const disturbances: Required<Pick<Disturbance, DisturbancePart>> = {
  inject: { step: injectStep.default, gradient: [injectX.default, injectY.default] },
  lrChange: { step: lrChangeStep.default, factor: lrChangeFactor.default },
};

export function toggleDisturbance(store: LabStore, part: DisturbancePart, on: boolean): void {
  store.update({ [part]: on ? disturbances[part] : undefined });
}

/** A schedule as it begins: one that a run of that many updates shows from end to end. */
function scheduleFor(kind: ScheduleKind, steps: number): Schedule {
  const share = (of: number) => Math.max(Math.round(steps * of), 1);
  switch (kind) {
    case 'step':
      return { kind, over: share(1 / 3), factor: 0.5 };
    case 'exponential':
      // A tenth after the whole run.
      return { kind, over: 1, factor: Number((0.1 ** (1 / steps)).toPrecision(3)) };
    case 'cosine':
      return { kind, over: steps, factor: 0 };
    case 'warmup':
      return { kind, over: share(1 / 4), factor: 0.1 };
    case 'onecycle':
      return { kind, over: steps, factor: 0.04 };
  }
}

/** null: lr stays. */
export function setSchedule(store: LabStore, kind: ScheduleKind | null): void {
  store.update({ schedule: kind === null ? undefined : scheduleFor(kind, store.get().state.steps) });
}

/** The number, or null where that disturbance is off. */
export function disturbanceNumber({ inject, lrChange, schedule }: Disturbance, name: DisturbanceNumber): number | null {
  switch (name) {
    case 'injectStep':
      return inject?.step ?? null;
    case 'injectX':
      return inject?.gradient[0] ?? null;
    case 'injectY':
      return inject?.gradient[1] ?? null;
    case 'lrChangeStep':
      return lrChange?.step ?? null;
    case 'lrChangeFactor':
      return lrChange?.factor ?? null;
    case 'scheduleOver':
      return schedule?.over ?? null;
    case 'scheduleFactor':
      return schedule?.factor ?? null;
  }
}

/** Switches the disturbance on where it is off. The caller has checked `value` against its spec. */
export function setDisturbance(
  store: LabStore,
  name: DisturbanceNumber,
  value: number,
  kind: ChangeKind = 'replace',
): void {
  const { state } = store.get();
  const { inject = disturbances.inject, lrChange = disturbances.lrChange } = state.disturbance;
  const { schedule = scheduleFor('step', state.steps) } = state.disturbance;
  switch (name) {
    case 'injectStep':
      store.update({ inject: { ...inject, step: value } }, kind);
      break;
    case 'injectX':
      store.update({ inject: { ...inject, gradient: [value, inject.gradient[1]] } }, kind);
      break;
    case 'injectY':
      store.update({ inject: { ...inject, gradient: [inject.gradient[0], value] } }, kind);
      break;
    case 'lrChangeStep':
      store.update({ lrChange: { ...lrChange, step: value } }, kind);
      break;
    case 'lrChangeFactor':
      store.update({ lrChange: { ...lrChange, factor: value } }, kind);
      break;
    case 'scheduleOver':
      store.update({ schedule: { ...schedule, over: value } }, kind);
      break;
    case 'scheduleFactor':
      store.update({ schedule: { ...schedule, factor: value } }, kind);
      break;
  }
}
