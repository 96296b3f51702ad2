import { linearScale, logScale, type ChartScale } from '../../src/scene/parts/ScaledChart.tsx';
import type { StepLine } from '../../src/ui/chart/stepLine.ts';
import type { Theme } from '../../src/state/common.ts';
import type { Words } from '../../src/ui/useText.ts';
import type { Sharpness } from './studies/sharpness.ts';
import { colourOf, idsOf, shapeOf } from './read.ts';
import type { Run, Track } from './run/types.ts';

/** What the chart draws of each track, train and test. */
const columns = {
  loss: ['trainLoss', 'testLoss'],
  accuracy: ['trainAccuracy', 'testAccuracy'],
} as const satisfies Readonly<Record<string, readonly (keyof Track)[]>>;

export type Quantity = keyof typeof columns | 'sharpness';

/** Lines of a chart: each optimizer's on its training samples, dashed on the test samples; of the sharpness also 2/η. */
export function linesOf(run: Run, quantity: Quantity, theme: Theme, sharpness: Sharpness | null): readonly StepLine[] {
  const ids = idsOf(run);
  const look = (id: string) => ({ colour: colourOf(theme, ids, id), shape: shapeOf(ids, id) });
  if (quantity === 'sharpness')
    return run.tracks.flatMap(({ id, params }, place) => {
      const values = sharpness?.tracks[place];
      if (!values) return [];
      const edge = new Float64Array(run.parts + 1).fill(2 / (params?.['lr'] ?? NaN));
      return [
        { ...look(id), key: id, run: id, values },
        ...(id === 'sgd' ? [{ ...look(id), key: `${id}-edge`, run: id, values: edge, dash: '2 3' }] : []),
      ];
    });
  const [train, test] = columns[quantity];
  return run.tracks.flatMap((track) => [
    { ...look(track.id), key: track.id, run: track.id, values: track[train] },
    { ...look(track.id), key: `${track.id}-test`, run: track.id, values: track[test], dash: '5 4' },
  ]);
}

/** Of the limit 2/η: higher curvatures stand at the head of the chart. */
const BEYOND = 2.5;

export function scaleOf(t: Words, lines: readonly StepLine[], quantity: Quantity): ChartScale {
  const known = (of: readonly StepLine[]) => of.flatMap(({ values }) => [...values]).filter(Number.isFinite);
  if (quantity === 'accuracy') {
    const low = Math.min(0.5, Math.floor(10 * Math.min(1, ...known(lines))) / 10);
    return linearScale(low, 1, (value) => `${t.number(100 * value, 3)} %`);
  }
  const limits = known(lines.filter(({ key }) => key.endsWith('-edge')));
  if (quantity === 'sharpness' && limits.length > 0)
    return linearScale(0, Math.min(BEYOND * limits[0]!, 1.1 * Math.max(...known(lines))), (value) =>
      t.number(value, 3),
    );
  return logScale(lines);
}
