import { useId, useMemo } from 'react';
import { chartFrame } from '../../src/ui/chart/frame.ts';
import { EndNames } from '../../src/ui/chart/EndNames.tsx';
import { StepAxes } from '../../src/ui/chart/StepAxes.tsx';
import { StepChart } from '../../src/ui/chart/StepChart.tsx';
import { StepLines } from '../../src/ui/chart/StepLines.tsx';
import { StepNow } from '../../src/ui/chart/StepNow.tsx';
import { StepReadout } from '../../src/ui/chart/StepReadout.tsx';
import { useTheme } from '../../src/ui/preferences.ts';
import { useSize, type Size } from '../../src/ui/useSize.ts';
import { useText } from '../../src/ui/useText.ts';
import { linesOf, scaleOf } from './chart.ts';
import { model } from './model.ts';
import { trackOf, updateAt } from './read.ts';
import type { Run } from './run/types.ts';

/** Loss, accuracy or sharpness by update, on the scene's clock. */
export function Chart() {
  const { value: run } = model.useResult('run');
  const [ref, size] = useSize<HTMLDivElement>();
  return (
    <div className="chart" ref={ref}>
      {run && size && size.width > 0 && <Drawn run={run} {...size} />}
    </div>
  );
}

function Drawn({ run, width, height }: { readonly run: Run } & Size) {
  const t = useText();
  const theme = useTheme();
  const past = useId();
  const quantity = model.useState((state) => state.quantity);
  const { value: bent } = model.useResult('sharpness');
  const lines = useMemo(
    () => linesOf(run, quantity, theme, bent?.run === run ? bent.sharpness : null),
    [run, quantity, theme, bent],
  );
  const { heightOf, ticks } = useMemo(() => scaleOf(t, lines, quantity), [t, lines, quantity]);
  const frame = useMemo(() => chartFrame(width, run.parts, height), [width, run.parts, height]);
  const drawn = { lines, heightOf, frame, past };
  const names = lines.map(({ run: id, key }) =>
    key.endsWith('-test')
      ? t('net.chart.test', { optimizer: trackOf(run, id).name })
      : key.endsWith('-edge')
        ? '2/η'
        : trackOf(run, id).name,
  );
  // One name a track at the ends; the dashed line is told of in the axis' name.
  const solid = lines.filter(({ key, run: id }) => key === id);
  const value = (row: number, values: Float64Array) =>
    quantity === 'accuracy' ? `${t.number(100 * (values[row] ?? NaN), 3)} %` : t.number(values[row] ?? NaN, 3);
  return (
    <StepChart
      frame={frame}
      steps={run.parts}
      label={t(`net.chart.${quantity}.what`)}
      readout={(step, x) => (
        <StepReadout
          {...{ lines, names, x, width }}
          title={t('net.chart.update', { update: updateAt(run, step) })}
          values={lines.map(({ values }) => value(step, values))}
        />
      )}
    >
      <StepAxes frame={frame} name={t(`net.chart.${quantity}`)} ticks={ticks(frame)} each={run.at[1] ?? 1} />
      <StepLines {...drawn} />
      <StepNow {...drawn} />
      {frame.named && (
        <EndNames lines={solid} names={solid.map(({ run: id }) => trackOf(run, id).name)} {...{ heightOf, frame }} />
      )}
    </StepChart>
  );
}
