import { useMemo } from 'react';
import { linearScale, logScale, ScaledChart } from '../../../src/scene/parts/ScaledChart.tsx';
import type { StepLine } from '../../../src/ui/chart/stepLine.ts';
import type { Theme } from '../../../src/state/common.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { model } from '../model.ts';
import { hueOf, percent, shortName, updateAt } from './read.ts';
import type { LayersRun, Row } from './run/types.ts';

const columns = {
  loss: ['trainLoss', 'testLoss'],
  accuracy: ['trainAccuracy', 'testAccuracy'],
} as const satisfies Readonly<Record<string, readonly (keyof Row)[]>>;

/** Of each net on the training samples and, dashed, on the test samples. */
function linesOf({ nets }: LayersRun, quantity: keyof typeof columns, theme: Theme): readonly StepLine[] {
  return nets.flatMap((net, place) =>
    columns[quantity].map((column, k): StepLine => {
      const run = `net${place}`;
      const values = Float64Array.from(net.rows, (row) => row[column]);
      const look = { colour: hueOf(theme, net), shape: net.batchNorm ? 0 : 1 };
      return { ...look, run, values, key: k === 0 ? run : `${run}-test`, dash: k === 0 ? undefined : '5 4' };
    }),
  );
}

/** Loss or accuracy of both nets by update, on the scene's clock. */
export function Chart() {
  const { value: run } = model.useResult('layers');
  return run ? <Drawn run={run} /> : <div className="chart" />;
}

function Drawn({ run }: { readonly run: LayersRun }) {
  const t = useText();
  const theme = useTheme();
  const quantity = model.useState((state) => state.quantity);
  const lines = useMemo(() => linesOf(run, quantity, theme), [run, quantity, theme]);
  const scale = useMemo(
    () => (quantity === 'accuracy' ? linearScale(0, 1, (value) => percent(t, value)) : logScale(lines)),
    [t, lines, quantity],
  );
  const names = run.nets.flatMap((net) => [shortName(t, net), t('mic.chart.test', { net: shortName(t, net) })]);
  return (
    <ScaledChart
      {...{ lines, names, scale }}
      named={({ key, run: id }) => key === id}
      steps={run.parts}
      each={run.at[1] ?? 1}
      axis={t(`mic.chart.${quantity}`)}
      label={t(`mic.chart.${quantity}.what`)}
      stepText={(step) => t('mic.update', { update: updateAt(run, step) })}
      valueText={(value) => (quantity === 'accuracy' ? percent(t, value) : t.number(value, 3))}
    />
  );
}
