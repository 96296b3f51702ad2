import { line } from 'd3-shape';
import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { stepsOf, type PaneRun } from '../../../runs/registration/runs.ts';
import { useRegistrationSession, useRegistrationState, useRuns } from '../../../runs/registration/session.tsx';
import { useSteps } from '../../../runs/session.tsx';
import { drawnRow } from '../../../trace/jump.ts';
import { useSize } from '../../book/useSize.ts';
import { ChartSlider } from '../../chart/ChartSlider.tsx';
import { chartFrame, CHART_HEIGHT, stepAt, xOf, yOf, type ChartFrame } from '../../chart/frame.ts';
import { restOn } from '../../commands.ts';
import { useTheme } from '../../preferences.ts';
import { useText } from '../../useText.ts';
import { coloursOf } from '../methods.ts';
import { CurveAxes } from './CurveAxes.tsx';
import { CurveNames } from './CurveNames.tsx';
import { CurveReadout } from './CurveReadout.tsx';
import { curvesOf, heightAtRow, heightIn, type Curves } from './curves.ts';
import { chartSummary } from './summary.ts';
import '../../chart/chart.css';

/** Error, RMSE or fitness of all methods by step, on the scene's own clock: press or drag to go to a step, point or use the arrow keys to read one. */
export default function CurveChart() {
  const session = useRegistrationSession();
  const panes = useRuns((all) => all.panes);
  const runs = useMemo(() => panes.flatMap(({ run }) => run ?? []), [panes]);
  const which = useRegistrationState((state) => state.curve);
  const clockSteps = useSteps();
  const t = useText();
  const theme = useTheme();
  const past = useId();
  const [ref, size] = useSize<HTMLDivElement>();
  const held = useRef(false);
  /** The step read out. */
  const [probe, setProbe] = useState<number | null>(null);
  // While a run is awaited the clock has no length yet.
  const steps = Math.max(clockSteps, stepsOf(runs));
  const curves = useMemo(() => curvesOf(runs, which), [runs, which]);
  const colours = useMemo(
    () =>
      coloursOf(
        theme,
        runs.map(({ settings }) => settings),
      ),
    [theme, runs],
  );
  const width = size?.width ?? 0;
  const frame = useMemo(() => chartFrame(width, steps), [width, steps]);

  const stepOf = (event: PointerEvent) =>
    stepAt(frame, event.clientX - event.currentTarget.getBoundingClientRect().left);
  const onPointerMove = (event: PointerEvent) => {
    setProbe(stepOf(event));
    if (held.current) restOn(session, stepOf(event));
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
      End: steps,
    };
    const target = targets[event.key];
    if (target !== undefined) setProbe(Math.min(Math.max(target, 0), steps));
    else if (event.key === 'Enter') restOn(session, at);
    else if (event.key === 'Escape' && probe !== null) setProbe(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shown = probe === null ? null : Math.min(probe, steps);
  const parts = { runs, colours, curves, frame };
  return (
    <div className="chart" ref={ref}>
      {width > 0 && runs.length > 0 && (
        <ChartSlider
          read={shown}
          steps={steps}
          width={width}
          height={CHART_HEIGHT}
          aria-label={`${chartSummary(t, runs, curves)} ${t('chart.keys')}`}
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
          <CurveAxes curves={curves} frame={frame} />
          <CurveLines {...parts} past={past} />
          <CurveNow {...parts} past={past} />
          {frame.named && <CurveNames {...parts} />}
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
        {shown !== null && runs.length > 0 && (
          <CurveReadout {...parts} step={shown} x={xOf(frame, shown)} width={width} />
        )}
      </div>
    </div>
  );
}

interface PartProps {
  readonly runs: readonly PaneRun[];
  readonly colours: readonly string[];
  readonly curves: Curves;
  readonly frame: ChartFrame;
  /** id of the clipPath that ends at the clock. */
  readonly past: string;
}

/** Every method's whole line faintly, and once more strongly up to the clock, which only moves the clip. */
function CurveLines({ runs, colours, curves, frame, past }: PartProps) {
  const paths = useMemo(() => {
    const draw = line<number>(
      (_, row) => xOf(frame, row),
      (value) => yOf(frame, heightIn(curves, value)),
    )
      .defined(Number.isFinite)
      .digits(1);
    return curves.series.map((values) => draw(values as unknown as number[]) ?? undefined);
  }, [curves, frame]);
  const each = (part: 'line' | undefined) =>
    runs.map((run, k) => (
      <path key={run.key} data-part={part} data-run={run.settings.method} color={colours[k]} d={paths[k]} />
    ));
  return (
    <>
      <g className="chart-future">{each(undefined)}</g>
      <g className="chart-past" clipPath={`url(#${past})`}>
        {each('line')}
      </g>
    </>
  );
}

/** Cursor and dots at the clock, moved by reference: a tick renders nothing. */
function CurveNow({ runs, colours, curves, frame, past }: PartProps) {
  const { clock } = useRegistrationSession();
  const clip = useRef<SVGRectElement>(null);
  const cursor = useRef<SVGLineElement>(null);
  const dots = useRef<(SVGCircleElement | null)[]>([]);
  useLayoutEffect(() => {
    const move = () => {
      const row = Math.min(drawnRow(clock.t), frame.steps);
      const x = xOf(frame, row);
      clip.current?.setAttribute('width', String(x));
      cursor.current?.setAttribute('transform', `translate(${x} 0)`);
      curves.series.forEach((values, k) => {
        // A method that ended earlier keeps its dot where it ended.
        const at = Math.min(row, values.length - 1);
        const height = at < 0 ? NaN : heightAtRow(curves, values, at);
        dots.current[k]?.setAttribute('visibility', Number.isFinite(height) ? 'inherit' : 'hidden');
        if (!Number.isFinite(height)) return;
        dots.current[k]?.setAttribute('transform', `translate(${xOf(frame, at)} ${yOf(frame, height)})`);
      });
    };
    move();
    return clock.subscribe(move);
  }, [clock, curves, frame]);
  return (
    <>
      <clipPath id={past}>
        <rect ref={clip} height={frame.height} />
      </clipPath>
      <line ref={cursor} className="chart-cursor" data-part="cursor" y1={frame.top - 4} y2={frame.bottom} />
      {runs.map((run, k) => (
        <circle
          key={run.key}
          ref={(element) => {
            dots.current[k] = element;
          }}
          data-part="head"
          data-run={run.settings.method}
          className="chart-head"
          color={colours[k]}
          r={3.6}
        />
      ))}
    </>
  );
}
