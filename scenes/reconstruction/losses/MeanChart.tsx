import { line } from 'd3-shape';
import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { lossIds, type Means } from '../../../src/jobs/reconstruction/moreApi.ts';
import { useMeans } from '../../../src/runs/reconstruction/means.ts';
import { useReconstructionSession } from '../../../src/runs/reconstruction/session.tsx';
import { drawnRow } from '../../../src/trace/jump.ts';
import { useSize } from '../../../src/ui/book/useSize.ts';
import { ChartSlider } from '../../../src/ui/chart/ChartSlider.tsx';
import { chartFrame, CHART_HEIGHT, stepAt, xOf, yOf } from '../../../src/ui/chart/frame.ts';
import { restOn } from '../../../src/ui/commands.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { palettes } from '../../../src/view/palette.ts';
import { heightOf, meanCurves } from './curves.ts';
import { lossColour } from './look.ts';
import { MeanAxes, MeanNames, MeanReadout, type PartProps } from './MeanChartParts.tsx';
import '../../../src/ui/chart/chart.css';

/** Both losses by step, on the view's own clock: press or drag to go to a step, point or use the arrow keys to read one. */
export default function MeanChart() {
  const means = useMeans();
  const [ref, size] = useSize<HTMLDivElement>();
  const width = size?.width ?? 0;
  return (
    <div className="chart" ref={ref}>
      {means && width > 0 && <Drawn means={means} width={width} />}
    </div>
  );
}

function Drawn({ means, width }: { readonly means: Means; readonly width: number }) {
  const session = useReconstructionSession();
  const t = useText();
  const palette = palettes[useTheme()];
  const past = useId();
  const held = useRef(false);
  /** The step read out. */
  const [probe, setProbe] = useState<number | null>(null);
  const { steps } = means;
  const curves = useMemo(() => meanCurves(means), [means]);
  const colours = useMemo(() => lossIds.map((loss) => lossColour(palette, loss)), [palette]);
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
  const parts = { curves, colours, frame };
  return (
    <>
      <ChartSlider
        read={shown}
        steps={steps}
        width={width}
        height={CHART_HEIGHT}
        aria-label={`${t('rec.losses.chart')} ${t('chart.keys')}`}
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
        <MeanAxes {...parts} />
        <Lines {...parts} past={past} />
        <Now {...parts} past={past} />
        {frame.named && <MeanNames {...parts} />}
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
      <div role="status">{shown !== null && <MeanReadout {...parts} means={means} step={shown} />}</div>
    </>
  );
}

/** Each whole line faintly, and once more strongly up to the clock, which only moves the clip. */
function Lines({ curves, colours, frame, past }: PartProps & { readonly past: string }) {
  const paths = useMemo(() => {
    const draw = line<number>(
      (_, row) => xOf(frame, row),
      (value) => yOf(frame, heightOf(curves, value)),
    )
      .defined(Number.isFinite)
      .digits(1);
    return curves.series.map((values) => draw(values as unknown as number[]) ?? undefined);
  }, [curves, frame]);
  const each = (part: 'line' | undefined) =>
    lossIds.map((loss, k) => <path key={loss} data-part={part} data-run={loss} color={colours[k]} d={paths[k]} />);
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
function Now({ curves, colours, frame, past }: PartProps & { readonly past: string }) {
  const { clock } = useReconstructionSession();
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
        const [low, high] = [values[Math.floor(row)]!, values[Math.ceil(row)]!];
        const height = heightOf(curves, low + (row - Math.floor(row)) * (high - low));
        dots.current[k]?.setAttribute('visibility', Number.isFinite(height) ? 'inherit' : 'hidden');
        if (Number.isFinite(height))
          dots.current[k]?.setAttribute('transform', `translate(${x} ${yOf(frame, height)})`);
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
      {lossIds.map((loss, k) => (
        <circle
          key={loss}
          ref={(element) => {
            dots.current[k] = element;
          }}
          data-part="head"
          data-run={loss}
          className="chart-head"
          color={colours[k]}
          r={3.6}
        />
      ))}
    </>
  );
}
