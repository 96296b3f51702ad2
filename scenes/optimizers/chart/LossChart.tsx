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
import { ChartQuantity } from '../../../src/ui/chart/ChartQuantity.tsx';
import { quantities } from '../state/quantity.ts';
import { seriesOf } from './quantities.ts';
import { ScheduleArea, ScheduleName } from './ScheduleArea.tsx';
import { ChartLines } from './ChartLines.tsx';
import { EndNames } from '../../../src/ui/chart/EndNames.tsx';
import { chartFrame } from '../../../src/ui/chart/frame.ts';
import { longestOf } from '../../../src/ui/chart/nameWidth.ts';
import { Readout } from './Readout.tsx';
import { StepAxes } from '../../../src/ui/chart/StepAxes.tsx';
import { StepChart } from '../../../src/ui/chart/StepChart.tsx';
import type { StepLine } from '../../../src/ui/chart/stepLine.ts';
import { StepNow } from '../../../src/ui/chart/StepNow.tsx';
import { chartSummary } from './summary.ts';
import '../words/later.ts';
import './schedule.css';

/** Loss by step, or another number of the runs, on the scene's own clock: press or drag to go to a step, point or use the arrow keys to read one. */
export default function LossChart() {
  const runs = useRuns();
  const { store } = lab.useSession();
  const state = lab.useState((s) => s);
  const t = useText();
  const theme = useTheme();
  const past = useId();
  const [ref, size] = useSize<HTMLDivElement>();
  const data = useMemo(() => chartDataOf(t, state, runs), [t, state, runs]);
  const shown = useMemo(() => runs.filter((_, k) => data.series[k]), [runs, data]);
  const events = useMemo(() => shown.map((run) => eventsOf(run, state)), [shown, state]);
  const eventText = useCallback((event: RunEvent) => eventInWords(t, event), [t]);
  const { width = 0, height } = size ?? {};
  const longest = longestOf(shown.map(({ name }) => name));
  const frame = useMemo(() => chartFrame(width, state.steps, height, longest), [width, state.steps, height, longest]);

  const lines = useMemo(
    () =>
      runs.flatMap(({ id, ink }, k): StepLine[] => {
        const series = data.series[k];
        if (!series) return [];
        const line = {
          key: id,
          run: id,
          colour: inkColours[theme][ink.hue],
          values: series.values,
          // Where no name stands at a line's end, dashes tell the lines apart.
          dash: frame.named ? undefined : dashes[ink.shape],
          shape: ink.shape,
        };
        return [line];
      }),
    [runs, theme, data, frame.named],
  );
  const { floor, series, axis } = data;
  const { heightOf } = axis;
  const { quantity, steps } = state;
  const options = useMemo(
    () =>
      quantities.map((value) => ({
        value,
        label: t(`chart.quantity.${value}`),
        // What none of these rules has.
        disabled: value !== quantity && runs.every((run) => seriesOf(run, value, 0) === null),
      })),
    [t, quantity, runs],
  );
  const title = quantity === 'loss' ? t(`chart.floor.${floor.from}`, { f: t.number(floor.value, 6) }) : undefined;
  const drawn = { lines, heightOf, frame, past };
  return (
    <div className="chart" ref={ref}>
      {width > 0 && (
        <StepChart
          frame={frame}
          steps={steps}
          label={chartSummary(t, steps, quantity, runs, series)}
          readout={(step, x) => (
            <Readout runs={runs} series={series} step={step} x={x} width={width} disturbance={state.disturbance} />
          )}
        >
          {state.disturbance.schedule && <ScheduleArea frame={frame} disturbance={state.disturbance} />}
          <StepAxes frame={frame} name="" ticks={axis.ticks(frame)} />
          <ChartLines {...drawn} events={events} eventText={eventText} />
          {state.disturbance.schedule && <ScheduleName frame={frame} />}
          <StepNow {...drawn} />
          {frame.named && <EndNames {...drawn} names={shown.map(({ name }) => name)} />}
        </StepChart>
      )}
      {width > 0 && (
        <ChartQuantity
          options={options}
          value={quantity}
          title={title}
          left={frame.left}
          onChange={(next) => store.update({ quantity: next })}
        />
      )}
    </div>
  );
}
