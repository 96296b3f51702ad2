import { useId, useMemo } from 'react';
import { scalarFunctionOf } from '../../src/sdm/functions.ts';
import { useSession, useStep } from '../../src/runs/session.tsx';
import { onwardLink } from '../../src/state/link.ts';
import { useSize } from '../../src/ui/book/useSize.ts';
import { useTheme } from '../../src/ui/preferences.ts';
import { useText } from '../../src/ui/useText.ts';
import type { Run } from './model.ts';
import { formulaOf, hueOf, shownRange, valuesAt } from './read.ts';

/** Below the panes: the maps as lines over h, and where the same idea moves clouds. */
export function Aside({ run }: { readonly run: Run }) {
  const t = useText();
  const { store } = useSession();
  const step = useStep();
  const { maps } = run.record;
  const next = Math.min(step, run.spec.maps - 1);
  const [slope, bias] = maps.subarray(2 * next, 2 * next + 2);
  const signed = (value: number) => `${value < 0 ? '−' : '+'} ${t.number(Math.abs(value), 3)}`;
  return (
    <div className="sdm-aside">
      <figure className="card">
        <figcaption>
          <strong>{t('sdm.map', { map: next + 1 })}</strong>{' '}
          <span data-value="map">
            Δx = {t.number(slope!, 3)} (h(x) − y) {signed(bias!)}
          </span>{' '}
          <span className="note">{t('sdm.map.what')}</span>
        </figcaption>
        <MapLines run={run} step={step} next={next} />
      </figure>
      <a className="card sdm-onward" href={`#${onwardLink('registration', 'm=do', store.get().overrides)}`}>
        <strong>{t('sdm.onward.title')}</strong>
        <span>{t('sdm.onward')}</span>
      </a>
    </div>
  );
}

/** Points of the curve, and starts that are marked at most. */
const [POINTS, MARKED] = [160, 60] as const;
/** Above and below the values of h on the range of training, of their span. */
const PAD = 0.15;

interface MapLinesProps {
  readonly run: Run;
  readonly step: number;
  /** The map that is to move the starts from here, from 0. */
  readonly next: number;
}

/**
 * h as a curve, y as a level, and each map as the line x = x* − b − r (h − y): a start on it would be brought to x* at once, so the map is the
 * line that lies nearest to the curve where the starts are, measured along x; what it leaves is drawn from each start to the line.
 */
function MapLines({ run, step, next }: MapLinesProps) {
  const theme = useTheme();
  const clip = useId();
  const [ref, size] = useSize<HTMLDivElement>();
  const { spec, record } = run;
  const { width = 0, height = 0 } = size ?? {};
  const scene = useMemo(() => {
    const h = scalarFunctionOf(spec.h).value;
    const [low, high] = shownRange({ spec });
    const along = (from: number, to: number) =>
      Array.from({ length: POINTS + 1 }, (_, i) => from + ((to - from) * i) / POINTS);
    const trained = along(spec.low, spec.high).map(h).filter(Number.isFinite);
    const [least, greatest] = [Math.min(spec.target, ...trained), Math.max(spec.target, ...trained)];
    const pad = PAD * (greatest - least || 1);
    const right = (x: number) => (width * (x - low)) / (high - low);
    const down = (v: number) => height * (1 - (v - least + pad) / (greatest - least + 2 * pad));
    const dot = (x: number) => [right(x), down(h(x))] as const;
    const curve = along(low, high)
      .map(dot)
      .filter(([, v]) => Math.abs(v) < 1e5);
    return {
      h,
      right,
      down,
      dot,
      ends: [least - pad, greatest + pad],
      path: `M${curve.map((p) => p.map((v) => v.toFixed(1)).join(' ')).join('L')}`,
    };
  }, [spec, width, height]);
  const { h, right, down, dot, ends, path } = scene;
  const { answer, maps } = record;
  const onLine = (k: number, v: number) => answer - maps[2 * k + 1]! - maps[2 * k]! * (v - spec.target);
  const lineOf = (k: number) => {
    const [y1, y2] = ends as [number, number];
    return { x1: right(onLine(k, y1)), y1: down(y1), x2: right(onLine(k, y2)), y2: down(y2) };
  };
  const starts = valuesAt(record.test, step).filter((x) => right(x) >= 0 && right(x) <= width && Number.isFinite(h(x)));
  return (
    <div className="sdm-lines" ref={ref}>
      {width > 0 && (
        <svg width={width} height={height} role="presentation" style={{ color: hueOf(theme, 'test') }}>
          <clipPath id={clip}>
            <rect width={width} height={height} />
          </clipPath>
          <g clipPath={`url(#${clip})`}>
            <line className="sdm-level" x1={0} x2={width} y1={down(spec.target)} y2={down(spec.target)} />
            <line className="sdm-level" y1={0} y2={height} x1={right(answer)} x2={right(answer)} />
            <path className="sdm-curve" d={path} />
            {Array.from(
              { length: spec.maps },
              (_, k) => k !== next && <line key={k} className="sdm-other" {...lineOf(k)} />,
            )}
            <line className="sdm-map" {...lineOf(next)} />
            {Array.from(starts.subarray(0, MARKED), (x, i) => {
              const [cx, cy] = dot(x);
              return (
                <g key={i}>
                  <line className="sdm-left" x1={cx} x2={right(onLine(next, h(x)))} y1={cy} y2={cy} />
                  <circle cx={cx} cy={cy} r={2.4} />
                </g>
              );
            })}
          </g>
          <text x={width - 6} y={down(spec.target) - 5} textAnchor="end">
            y = {spec.target}
          </text>
          <text x={6} y={14}>
            h(x) = {formulaOf(run)}
          </text>
        </svg>
      )}
    </div>
  );
}
