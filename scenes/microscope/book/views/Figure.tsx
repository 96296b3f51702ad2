import { useId, useMemo } from 'react';
import { useStep, useSteps, useVeiled } from '../../../../src/runs/session.tsx';
import { curvePath } from '../../../../src/scene/parts/curvePath.ts';
import { useTheme } from '../../../../src/ui/preferences.ts';
import { useSize } from '../../../../src/ui/useSize.ts';
import { useText } from '../../../../src/ui/useText.ts';
import { about, isPrinted, type BookId } from '../ids.ts';
import type { Figure as FigureOf, FlatLine, Panel } from '../picture/types.ts';
import { hueOf, seriesName, valueText } from '../read.ts';
import { slotName } from './RidgeLabels.tsx';

interface Props {
  readonly id: BookId;
  readonly figure: FigureOf;
}

/** The figure as a book prints it: flat panels, what the clock has yet to come to drawn faintly. */
export function Figure({ id, figure }: Props) {
  const t = useText();
  const theme = useTheme();
  const { x, y, series, across, panels, bars } = figure;
  const rows = Math.ceil(panels.length / across);
  return (
    <figure className="mic-figure">
      <figcaption>
        <strong>{t(isPrinted(id) ? 'mic.book.figure' : 'mic.book.flat')}</strong>
        {series.map((name, i) => (
          <span key={name} style={{ color: hueOf(theme, i) }}>
            {seriesName(t, name, id)}
          </span>
        ))}
      </figcaption>
      <div
        className="mic-panels"
        style={{ gridTemplate: `repeat(${rows}, minmax(0, 1fr)) / repeat(${across}, minmax(0, 1fr))` }}
      >
        {panels.map((panel, k) => (
          <FigurePanel key={k} {...{ id, panel, figure }} />
        ))}
      </div>
      <p className="note">
        {about[id].of !== 'race' && `↑ ${t(`mic.book.axis.${about[id].y}`)}`}
        {!bars &&
          about[id].of !== 'race' &&
          ` ${valueText(t, about[id].y, y[0])} … ${valueText(t, about[id].y, y[1])}`}{' '}
        → {t(axisOf(id))} {t.number(x[0])} … {t.number(x[1])}
      </p>
    </figure>
  );
}

/** The panels of the best trials go along epochs, not along trials; those of a race along what races. */
const axisOf = (id: BookId) => {
  if (id === 'book-6-24') return 'mic.book.axis.epochs';
  return id === 'batch-race' ? 'mic.book.axis.batch' : (`mic.book.axis.${about[id].x}` as const);
};

interface PanelProps {
  readonly id: BookId;
  readonly panel: Panel;
  readonly figure: FigureOf;
}

function FigurePanel({ id, panel, figure }: PanelProps) {
  const t = useText();
  const [ref, size] = useSize<HTMLDivElement>();
  const { width = 0, height = 0 } = size ?? {};
  return (
    <div className="mic-panel">
      {panel.title !== null && <span>{titleOf(t, id, panel)}</span>}
      <div ref={ref}>{width > 4 && <Lines {...{ panel, figure, width, height }} />}</div>
    </div>
  );
}

function titleOf(t: ReturnType<typeof useText>, id: BookId, { title, ends = [0, 1] }: Panel): string {
  if (title === null) return '';
  if (about[id].of === 'race') {
    const per = title === 'seconds' ? 1000 : 1;
    const [low, high] = ends.map((end) => t.number(end * per, 2)) as [string, string];
    return t(`mic.book.panel.${title as 'noise' | 'updates' | 'seconds'}`, { low, high });
  }
  if (about[id].of === 'looks') {
    // Of several subjects each has a row of panels: the first one is named by it.
    const [layer, subject] = title.split(' ') as [string, string | undefined];
    if (subject === undefined) return t('mic.book.layer', { layer });
    return layer === '1' ? seriesName(t, subject) : layer;
  }
  return about[id].of === 'trials' ? `#${title}` : slotName(t, id, title);
}

interface LinesProps {
  readonly panel: Panel;
  readonly figure: FigureOf;
  readonly width: number;
  readonly height: number;
}

/** While a question is open nothing is drawn that the clock has yet to come to. */
function Lines({ panel, figure: { bars, timed }, width, height }: LinesProps) {
  const theme = useTheme();
  const clip = useId();
  const step = useStep();
  const steps = useSteps();
  const veiled = useVeiled();
  const hidden = panel.from > step;
  const now = timed && steps > 0 ? Math.min(step / steps, 1) : hidden ? 0 : 1;
  const drawn = useMemo(
    () =>
      panel.lines.map((line) => ({ line, path: bars ? barsPath(line, width, height) : wayOf(line, width, height) })),
    [panel, bars, width, height],
  );
  return (
    <svg width={width} height={height} role="presentation">
      <clipPath id={clip}>
        <rect x={-2} y={-2} width={hidden ? 0 : now * width + 2.5} height={height + 4} />
      </clipPath>
      {(veiled ? [1] : [0.25, 1]).map((opacity) => (
        <g key={opacity} opacity={opacity} clipPath={opacity === 1 ? `url(#${clip})` : undefined}>
          {drawn.map(({ line, path }, i) => (
            <path
              key={i}
              d={path}
              style={{ color: hueOf(theme, line.series) }}
              className={bars ? 'bars' : undefined}
              strokeDasharray={line.dashed ? '4 3' : undefined}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

const wayOf = ({ x, y }: FlatLine, width: number, height: number): string =>
  curvePath(
    Array.from(y, (value, i) => [x[i]! * width, height * (1 - value)] as const),
    Infinity,
  );

function barsPath({ y }: FlatLine, width: number, height: number): string {
  const each = width / y.length;
  return Array.from(y, (value, i) => {
    const top = height * (1 - value);
    return `M${(i * each).toFixed(1)},${height}V${top.toFixed(1)}h${(each * 0.9).toFixed(1)}V${height}Z`;
  }).join('');
}
