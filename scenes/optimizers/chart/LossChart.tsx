import { useCallback, useId, useMemo } from 'react';
import { eventsOf, type RunEvent } from '../runs/events.ts';
import { lab } from '../model.ts';
import { useRuns } from '../runs/useRuns.ts';
import { inkColours } from '../../../src/state/ink.ts';
import { dashes } from '../../../src/ui/chart/glyph.ts';
import { useSize } from '../../../src/ui/useSize.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import { eventInWords } from '../say/eventInWords.ts';
import { useText } from '../../../src/ui/useText.ts';
import { chartDataOf } from './chartData.ts';
import { heightOn } from '../../../src/ui/chart/logAxis.ts';
import { ChartLines } from './ChartLines.tsx';
import { EndNames } from '../../../src/ui/chart/EndNames.tsx';
import { chartFrame } from '../../../src/ui/chart/frame.ts';
import { Readout } from './Readout.tsx';
import { decadesOf, StepAxes } from '../../../src/ui/chart/StepAxes.tsx';
import { StepChart } from '../../../src/ui/chart/StepChart.tsx';
import type { StepLine } from '../../../src/ui/chart/stepLine.ts';
import { StepNow } from '../../../src/ui/chart/StepNow.tsx';
import { chartSummary } from './summary.ts';

/** Loss by step on a logarithmic axis, on the scene's own clock: press or drag to go to a step, point or use the arrow keys to read one. */
export default function LossChart() {
  const runs = useRuns();
  const state = lab.useState((s) => s);
  const t = useText();
  const theme = useTheme();
  const past = useId();
  const [ref, size] = useSize<HTMLDivElement>();
  const data = useMemo(() => chartDataOf(state, runs), [state, runs]);
  const events = useMemo(() => runs.map((run) => eventsOf(run, state)), [runs, state]);
  const eventText = useCallback((event: RunEvent) => eventInWords(t, event), [t]);
  const { width = 0, height } = size ?? {};
  const frame = useMemo(() => chartFrame(width, state.steps, height), [width, state.steps, height]);

  const lines = useMemo(
    () =>
      runs.map(({ id, ink }, k): StepLine => ({
        key: id,
        run: id,
        colour: inkColours[theme][ink.hue],
        values: data.series[k]!,
        // Where no name stands at a line's end, dashes tell the lines apart.
        dash: frame.named ? undefined : dashes[ink.shape],
        shape: ink.shape,
      })),
    [runs, theme, data, frame.named],
  );
  const heightOf = useCallback((value: number) => heightOn(data.axis, value), [data]);
  const { floor } = data;
  const name = (
    <>
      {t('chart.axis')}
      <title>{t(`chart.floor.${floor.from}`, { f: t.number(floor.value, 6) })}</title>
    </>
  );
  const drawn = { lines, heightOf, frame, past };
  return (
    <div className="chart" ref={ref}>
      {width > 0 && (
        <StepChart
          frame={frame}
          steps={state.steps}
          label={chartSummary(t, state.steps, runs)}
          readout={(step, x) => <Readout runs={runs} step={step} x={x} width={width} />}
        >
          <StepAxes frame={frame} name={name} ticks={decadesOf(data.axis, frame)} />
          <ChartLines {...drawn} events={events} eventText={eventText} />
          <StepNow {...drawn} />
          {frame.named && <EndNames {...drawn} names={runs.map(({ name }) => name)} />}
        </StepChart>
      )}
    </div>
  );
}
