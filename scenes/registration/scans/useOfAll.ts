import { useMemo } from 'react';
import { kNearest } from '../../../src/clouds/kdTree.ts';
import type { PaneRun } from '../runs/paneRuns.ts';
import type { ScansSeen } from './seen.ts';

/** For every point that is drawn the one that the method worked on in its place: its average's. Made once a run, when first asked for. */
const places = new WeakMap<PaneRun['record'], Int32Array>();

function placesIn({ record, prepared }: PaneRun, { drawn }: ScansSeen): Int32Array {
  let of = places.get(record);
  if (!of) {
    const { points } = drawn.source;
    const tree = prepared.source.tree();
    const index = new Int32Array(1);
    const distance = new Float64Array(1);
    of = Int32Array.from({ length: points.length / 3 }, (_, i) => {
      kNearest(tree, points[3 * i]!, points[3 * i + 1]!, points[3 * i + 2]!, 1, index, distance);
      return index[0]!;
    });
    places.set(record, of);
  }
  return of;
}

/** Values of what the method worked on, for all points that are drawn; null: there are none, or all is drawn. */
export function useOfAll(run: PaneRun, seen: ScansSeen | null, values: Float32Array | null): Float32Array | null {
  return useMemo(() => {
    if (!seen || !values) return values;
    if (values.length === seen.drawn.source.points.length / 3) return values;
    return Float32Array.from(placesIn(run, seen), (place) => values[place]!);
  }, [run, seen, values]);
}
