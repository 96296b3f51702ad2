import { useMemo } from 'react';
import { ScaledChart } from '../../src/scene/parts/ScaledChart.tsx';
import { useTheme } from '../../src/ui/preferences.ts';
import { useText } from '../../src/ui/useText.ts';
import { linesOf, scaleOf } from './chart.ts';
import { model } from './model.ts';
import { trackOf, updateAt } from './read.ts';
import type { Run } from './run/types.ts';

/** Loss, accuracy or sharpness by update, on the scene's clock. */
export function Chart() {
  const { value: run } = model.useResult('run');
  return run ? <Drawn run={run} /> : <div className="chart" />;
}

function Drawn({ run }: { readonly run: Run }) {
  const t = useText();
  const theme = useTheme();
  const quantity = model.useState((state) => state.quantity);
  const { value: bent } = model.useResult('sharpness');
  const lines = useMemo(
    () => linesOf(run, quantity, theme, bent?.run === run ? bent.sharpness : null),
    [run, quantity, theme, bent],
  );
  const scale = useMemo(() => scaleOf(t, lines, quantity), [t, lines, quantity]);
  const names = lines.map(({ run: id, key }) => {
    const { name } = trackOf(run, id);
    return key.endsWith('-test') ? t('net.chart.test', { optimizer: name }) : key.endsWith('-edge') ? '2/η' : name;
  });
  return (
    <ScaledChart
      {...{ lines, names, scale }}
      // One name a track at the ends; the dashed line is told of in the axis' name.
      named={({ key, run: id }) => key === id}
      steps={run.parts}
      each={run.at[1] ?? 1}
      axis={t(`net.chart.${quantity}`)}
      label={t(`net.chart.${quantity}.what`)}
      stepText={(step) => t('net.chart.update', { update: updateAt(run, step) })}
      valueText={(value) => (quantity === 'accuracy' ? `${t.number(100 * value, 3)} %` : t.number(value, 3))}
    />
  );
}
