import { stepShown } from '../../src/trace/jump.ts';
import { optimizerIds, optimizerOf, type OptimizerId } from '../../src/optimizers/index.ts';
import type { Theme } from '../../src/state/common.ts';
import { headShapes, HUES, inkColours } from '../../src/state/ink.ts';
import type { Run, Track } from './run/types.ts';

/** Hue of each optimizer on view: its own, or the next that is free. */
export function huesOf(ids: readonly OptimizerId[]): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  for (const id of ids) {
    let hue = optimizerOf(id).hue ?? optimizerIds.indexOf(id) % HUES;
    while ([...taken.values()].includes(hue)) hue = (hue + 1) % HUES;
    taken.set(id, hue);
  }
  return taken;
}

export const colourOf = (theme: Theme, ids: readonly OptimizerId[], id: string): string =>
  inkColours[theme][huesOf(ids).get(id) ?? 0]!;
export const shapeOf = (ids: readonly OptimizerId[], id: string): number =>
  (huesOf(ids).get(id) ?? 0) % headShapes.length;
export const idsOf = ({ tracks }: Run): readonly OptimizerId[] => tracks.map(({ id }) => id);

/** The record on view: the last that is there where the clock is ahead. */
export const rowAt = ({ count }: Pick<Track, 'count'>, t: number): number => Math.min(stepShown(t), count - 1);

/** Updates that a record comes after. */
export const updateAt = ({ spec }: Run, row: number): number => Math.min(row * spec.every, spec.updates);

export const trackOf = ({ tracks }: Run, id: string): Track => tracks.find((track) => track.id === id) ?? tracks[0]!;

/** `2–16–16–2 tanh` */
export function shapeInWords({ network }: Run): string {
  return [network.inputs, ...network.hidden, network.outputs].join('–');
}
