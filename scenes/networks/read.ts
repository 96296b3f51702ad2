import { stepShown } from '../../src/trace/jump.ts';
import {
  isTrainingOptimizerId,
  optimizerOf,
  trainingOptimizerIds,
  type TrainingOptimizerId,
} from '../../src/optimizers/index.ts';
import type { Theme } from '../../src/state/common.ts';
import { headShapes, HUES, inkColours } from '../../src/state/ink.ts';
import type { Words } from '../../src/ui/useText.ts';
import type { Run, Track } from './run/types.ts';

/** Of what is no optimizer of the surfaces. */
const LAST = 4;

/** Hue of each optimizer on view: its own, or the next that is free. */
function huesOf(ids: readonly string[]): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  const own = (id: TrainingOptimizerId) => optimizerOf(id).hue ?? trainingOptimizerIds.indexOf(id) % HUES;
  for (const id of ids) {
    let hue = isTrainingOptimizerId(id) ? own(id) : LAST;
    while ([...taken.values()].includes(hue)) hue = (hue + 1) % HUES;
    taken.set(id, hue);
  }
  return taken;
}

export const colourOf = (theme: Theme, ids: readonly string[], id: string): string =>
  inkColours[theme][huesOf(ids).get(id) ?? 0]!;
export const shapeOf = (ids: readonly string[], id: string): number => (huesOf(ids).get(id) ?? 0) % headShapes.length;
export const idsOf = ({ tracks }: Run): readonly string[] => tracks.map(({ id }) => id);

/** The record on view: the last that is there where the clock is ahead. */
export const rowAt = ({ count }: Pick<Track, 'count'>, t: number): number => Math.min(stepShown(t), count - 1);

/** Updates that a record comes after. */
export const updateAt = ({ at }: Run, row: number): number => at[Math.min(row, at.length - 1)]!;

export const trackOf = ({ tracks }: Run, id: string): Track => tracks.find((track) => track.id === id) ?? tracks[0]!;

export const dataName = (t: Words, { spec, file }: Run): string =>
  spec ? t(`net.data.${spec.data.id}`) : (file ?? '');

/** `2–16–16–2` */
export function shapeInWords({ network }: Run): string {
  return [network.inputs, ...network.hidden, network.outputs].join('–');
}
