import type { BasinSetup } from '../basinDuty.ts';
import type { LandscapeSetup } from '../landscapeDuty.ts';
import type { SearchSetup } from '../searchDuty.ts';
import { sweepDuty } from '../sweepDuty.ts';
import { trainDuty } from '../trainDuty.ts';
import type { StillSetup } from '../stillDuty.ts';
import type { TrainingMapSetup } from '../trainingMap/duty.ts';
import type { StartsSetup } from '../trainingMap/startsDuty.ts';
import type { HeatmapSpec } from '../tuning/heatmapDuty.ts';
import type { trialsDuty as tuningTrials } from '../tuning/trialsDuty.ts';

/** Networks come when they are asked for: most crews never do. */
const landscapeDuty = async (setup: LandscapeSetup) => (await import('../landscapeDuty.ts')).landscapeDuty(setup);

const searchDuty = async (setup: SearchSetup) => (await import('../searchDuty.ts')).searchDuty(setup);

const basinDuty = async (setup: BasinSetup) => (await import('../basinDuty.ts')).basinDuty(setup);
const stillDuty = async (setup: StillSetup) => (await import('../stillDuty.ts')).stillDuty(setup);
const heatmapDuty = async (spec: HeatmapSpec) => (await import('../tuning/heatmapDuty.ts')).heatmapDuty(spec);

const trialsDuty = async (setup: Parameters<typeof tuningTrials>[0]) =>
  (await import('../tuning/trialsDuty.ts')).trialsDuty(setup);

const trainingMapDuty = async (setup: TrainingMapSetup) =>
  (await import('../trainingMap/duty.ts')).trainingMapDuty(setup);

const startsDuty = async (setup: StartsSetup) => (await import('../trainingMap/startsDuty.ts')).startsDuty(setup);

/** All that a crew can be engaged for, by name. */
export const duties = {
  'train-do': trainDuty,
  sweep: sweepDuty,
  landscape: landscapeDuty,
  search: searchDuty,
  basin: basinDuty,
  still: stillDuty,
  heatmap: heatmapDuty,
  trials: trialsDuty,
  'training-map': trainingMapDuty,
  'plane-starts': startsDuty,
} as const;

export type DutyId = keyof typeof duties;
type Member<D extends DutyId> = Awaited<ReturnType<(typeof duties)[D]>>;
export type SetupOf<D extends DutyId> = Parameters<(typeof duties)[D]>[0];
export type QuestionOf<D extends DutyId> = Parameters<Member<D>>[0];
export type AnswerOf<D extends DutyId> = Awaited<ReturnType<Member<D>>>;
