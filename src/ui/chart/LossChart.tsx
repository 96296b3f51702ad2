import { useCallback, useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { eventsOf, type RunEvent } from '../../runs/events.ts';
import { useLabSession, useLabState, useRuns } from '../../runs/lab.tsx';
import { inkColours } from '../../state/ink.ts';
import { useSize } from '../book/useSize.ts';
import { restOn } from '../commands.ts';
import { useTheme } from '../preferences.ts';
import { eventInWords } from '../say/eventInWords.ts';
import { useText } from '../useText.ts';
import { ChartAxes } from './ChartAxes.tsx';
import { chartDataOf } from './chartData.ts';
import { ChartLines } from './ChartLines.tsx';
import { ChartNow } from './ChartNow.tsx';
import { ChartSlider } from './ChartSlider.tsx';
import { chartFrame, CHART_HEIGHT, stepAt, xOf } from './frame.ts';
import { LineNames } from './LineNames.tsx';
import { Readout } from './Readout.tsx';
import { chartSummary } from './summary.ts';
import './chart.css';

/** Loss by step on a logarithmic axis, on the scene's own clock: press or drag to go to a step, point or use the arrow keys to read one. */
export default function LossChart() {
  const session = useLabSession();
  const runs = useRuns();
  const state = useLabState((s) => s);
  const t = useText();
  const theme = useTheme();
  const past = useId();
  const [ref, size] = useSize<HTMLDivElement>();
  const held = useRef(false);
  /** The step read out. */
  const [probe, setProbe] = useState<number | null>(null);
  const data = useMemo(() => chartDataOf(state, runs), [state, runs]);
  const colours = useMemo(() => runs.map(({ ink }) => inkColours[theme][ink.hue] as string), [runs, theme]);
  const events = useMemo(() => runs.map((run) => eventsOf(run, state)), [runs, state]);
  const eventText = useCallback((event: RunEvent) => eventInWords(t, event), [t]);
  const width = size?.width ?? 0;
  const frame = useMemo(() => chartFrame(width, state.steps), [width, state.steps]);

  const stepOf = (event: PointerEvent) =>
    stepAt(frame, event.clientX - event.currentTarget.getBoundingClientRect().left);
  const onPointerMove = (event: PointerEvent) => {
    const step = stepOf(event);
    setProbe(step);
    if (held.current) restOn(session, step);
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = true;
    restOn(session, stepOf(event));
    setProbe(stepOf(event));
  };
  const release = () => {
    held.current = false;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = probe ?? Math.round(session.clock.t);
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      PageDown: at - 10,
      PageUp: at + 10,
      Home: 0,
      End: state.steps,
    };
    const target = targets[event.key];
    if (target !== undefined) setProbe(Math.min(Math.max(target, 0), state.steps));
    else if (event.key === 'Enter') restOn(session, at);
    else if (event.key === 'Escape' && probe !== null) setProbe(null);
    else return;
    // The page's own keys (arrows step the clock) keep out while the chart is read.
    event.preventDefault();
    event.stopPropagation();
  };
  const parts = { runs, colours, data, frame };
  const shown = probe === null ? null : Math.min(probe, state.steps);
  return (
    <div className="chart" ref={ref}>
      {width > 0 && (
        <ChartSlider
          read={shown}
          steps={state.steps}
          width={width}
          height={CHART_HEIGHT}
          aria-label={`${chartSummary(t, state.steps, runs)} ${t('chart.keys')}`}
          onPointerMove={onPointerMove}
          onPointerDown={onPointerDown}
          onPointerUp={release}
          onPointerCancel={release}
          onPointerLeave={() => setProbe(null)}
          onFocus={() => setProbe((at) => at ?? Math.round(session.clock.t))}
          onBlur={() => setProbe(null)}
          onKeyDown={onKeyDown}
        >
          <rect className="chart-catch" width={width} height={CHART_HEIGHT} />
          <ChartAxes data={data} frame={frame} />
          <ChartLines {...parts} events={events} eventText={eventText} past={past} />
          <ChartNow {...parts} past={past} />
          {frame.named && <LineNames {...parts} />}
          {shown !== null && (
            <line
              className="chart-probe"
              x1={xOf(frame, shown)}
              x2={xOf(frame, shown)}
              y1={frame.top - 4}
              y2={frame.bottom}
            />
          )}
        </ChartSlider>
      )}
      <div role="status">
        {shown !== null && <Readout runs={runs} step={shown} x={xOf(frame, shown)} width={width} />}
      </div>
    </div>
  );
}
