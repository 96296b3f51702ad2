import { useDeferredValue, useId, useMemo } from 'react';
import { useLabState, useRuns } from '../../runs/lab.tsx';
import { lossFloorOf } from '../../runs/lossFloor.ts';
import type { RunView } from '../../runs/runViews.ts';
import { inkColours } from '../../state/ink.ts';
import { useTheme } from '../preferences.ts';
import { useText } from '../useText.ts';
import { bookRows } from './bookRows.ts';
import { cachedContours, contourData, contourSpecOf, levelsInWords } from './contourSpec.ts';
import type { ContourSpec } from './contourLines.ts';
import { HeadLabels } from './HeadLabels.tsx';
import { planLayout, type PlanCell } from './layout.ts';
import { Plan } from './Plan.tsx';
import { PlanRun } from './PlanRun.tsx';
import { PlanTitle } from './PlanTitle.tsx';
import type { Plane } from './plane.ts';
import { useSize } from './useSize.ts';
import './book.css';

/** Plans are not drawn longer than this, whatever the domain: a strip would hide its paths. */
const WIDEST = 2.2;
/** In a narrower figure a title and its learning rate take two lines. */
const NARROW = 520;

/**
 * The book's figure (ch06/optimizer_compare_naive.py): a flat plan for each optimizer, or all laid over one another.
 * Fills its parent; needs no WebGL.
 */
export function BookFigure({ overlay }: { readonly overlay: boolean }) {
  const runs = useRuns();
  const state = useLabState((s) => s);
  const t = useText();
  const theme = useTheme();
  const clip = useId();
  const [ref, size] = useSize<HTMLDivElement>();
  const { domain, minima } = state.surface;
  // Dragging a parameter of the surface moves the paths at once; the contours follow when there is time. (As text, the spec
  // is the same value while nothing in it changes.)
  const spec = useDeferredValue(JSON.stringify(contourSpecOf(state, lossFloorOf(state, runs).value)));
  const lines = useMemo(() => cachedContours(JSON.parse(spec) as ContourSpec), [spec]);

  const aspect = Math.min(Math.max((domain[1] - domain[0]) / (domain[3] - domain[2]), 1 / WIDEST), WIDEST);
  const count = overlay ? Math.min(runs.length, 1) : runs.length;
  const eventful = !overlay && runs.some(({ record }) => record.divergedAt !== null || record.leftAt !== null);
  const narrow = (size?.width ?? 0) < NARROW;
  const titleLines = overlay ? 0 : 1 + Number(narrow) + Number(eventful);
  const layout = size && planLayout({ ...size, count, aspect, lines: titleLines });
  const { width = 0, height = 0 } = layout?.cells[0]?.plot ?? {};
  const plane = useMemo((): Plane => ({ domain, rect: { x: 0, y: 0, width, height } }), [domain, width, height]);
  const contours = useMemo(() => lines.map((line) => contourData(line, plane)), [lines, plane]);

  const colourOf = (run: RunView) => inkColours[theme][run.ink.hue] as string;
  const at = ({ x, y }: { readonly x: number; readonly y: number }) => `translate(${x} ${y})`;
  const plan = { plane, contours, minima, clip, show: (value: number) => t.number(value) };
  const path = (run: RunView) => <PlanRun key={run.id} run={run} plane={plane} colour={colourOf(run)} clip={clip} />;
  const summary = (run: RunView) =>
    t('flat.plan', {
      optimizer: run.name,
      lr: t.number(run.spec.params['lr'] ?? NaN),
      points: bookRows(run.record),
      x: t.number(run.spec.start[0]),
      y: t.number(run.spec.start[1]),
    });
  const cells: readonly PlanCell[] = layout?.cells ?? [];
  return (
    <figure className="book-figure" data-view={overlay ? 'overlay' : 'book'}>
      <div className="book-room" ref={ref}>
        {layout && runs.length === 0 && <p>{t('summary.none')}</p>}
        {layout && runs.length > 0 && (
          <svg
            width={layout.width}
            height={layout.height}
            role="group"
            aria-label={t(overlay ? 'flat.overlay' : 'flat.book')}
          >
            <clipPath id={clip}>
              <rect width={width} height={height} />
            </clipPath>
            {overlay
              ? cells.map(({ plot }) => (
                  <g key="all" transform={at(plot)} data-plan="all" role="img" aria-label={runs.map(summary).join(' ')}>
                    <Plan {...plan}>
                      {runs.map(path)}
                      {state.labels && <HeadLabels runs={runs} colours={runs.map(colourOf)} plane={plane} />}
                    </Plan>
                  </g>
                ))
              : cells.map(({ plot, title }, k) => {
                  const run = runs[k] as RunView;
                  return (
                    <g key={run.id} data-plan={run.id} role="img" aria-label={summary(run)}>
                      <g transform={at(title)}>
                        <PlanTitle run={run} colour={colourOf(run)} narrow={narrow} />
                      </g>
                      <g transform={at(plot)}>
                        <Plan {...plan}>{path(run)}</Plan>
                      </g>
                    </g>
                  );
                })}
          </svg>
        )}
      </div>
      <figcaption>
        {t('flat.points', { points: state.steps, updates: state.steps - 1 })}{' '}
        {lines.length > 0 &&
          t('flat.contours', {
            levels: levelsInWords(
              lines.map(({ level }) => level),
              (level) => t.number(level),
            ),
          })}
      </figcaption>
    </figure>
  );
}
