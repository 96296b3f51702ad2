import { Suspense, useId, useMemo } from 'react';
import { later } from '../../../src/ui/later.tsx';
import { useDraped } from '../basins/useDraped.ts';
import { lab } from '../model.ts';
import { useRuns } from '../runs/useRuns.ts';
import type { RunView } from '../runs/runViews.ts';
import { inkColours } from '../../../src/state/ink.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { bookRows } from './bookRows.ts';
import { contourData, levelsInWords } from './contourSpec.ts';
import { HeadLabels } from './HeadLabels.tsx';
import { Plan } from './Plan.tsx';
import { seenOf } from '../near/neighbourhood.ts';
import { PlanGuess } from './PlanGuess.tsx';
import { PlanHover } from './PlanHover.tsx';
import { PlanRun } from './PlanRun.tsx';
import { PlanRoom } from './PlanRoom.tsx';
import { PlanTitle, titleWidth } from './PlanTitle.tsx';
import { placeOf } from './placeOf.ts';
import type { Plane } from './plane.ts';
import { textWidth } from '../../../src/ui/export/textWidth.ts';
import { useBookLayout } from './useBookLayout.ts';
import { usePlanContours } from './usePlanContours.ts';
import './book.css';
import '../words/later.ts';

const BasinImage = later(async () => ({ default: (await import('../basins/BasinImage.tsx')).BasinImage }));
const BasinLetters = later(async () => ({ default: (await import('../basins/BasinLetters.tsx')).BasinLetters }));

/** Plans are not drawn longer than this, whatever the domain: a strip would hide its paths. */
const WIDEST = 2.2;
/** While presenting. Less than in the relief: several plans share the window. */
const PRESENTING = 1.35;

/**
 * The book's figure (ch06/optimizer_compare_naive.py): a flat plan for each optimizer, or all laid over one another.
 * Fills its parent and keeps clear of the page's panels (`data-panel`) over it; needs no WebGL.
 */
export function BookFigure({ overlay }: { readonly overlay: boolean }) {
  const runs = useRuns();
  const whole = lab.useState((s) => s);
  const draped = useDraped();
  const state = seenOf(whole, runs);
  const t = useText();
  const theme = useTheme();
  const clip = useId();
  const { domain, minima } = state.surface;
  const lines = usePlanContours(state, runs);

  const aspect = Math.min(Math.max((domain[1] - domain[0]) / (domain[3] - domain[2]), 1 / WIDEST), WIDEST);
  const levels = lines.map(({ level }) => level);
  const points = t('flat.points', { points: state.steps, updates: state.steps - 1 });
  const contoursAt = levels.length > 0 ? t('flat.contours', { levels: levelsInWords(levels, t.number) }) : '';
  const scale = state.presenting ? PRESENTING : 1;
  const [ref, layout] = useBookLayout(
    {
      captionWidths: [textWidth(`${points} `, '13px'), textWidth(contoursAt, '13px')],
      count: overlay ? Math.min(runs.length, 1) : runs.length,
      aspect,
      titleWidth: overlay ? null : Math.max(0, ...runs.map((run) => titleWidth(run, t.number))),
      eventful: !overlay && runs.some(({ record }) => record.divergedAt !== null || record.leftAt !== null),
    },
    scale,
  );
  const { width = 0, height = 0 } = layout?.plans.cells[0]?.plot ?? {};
  const plane = useMemo((): Plane => ({ domain, rect: { x: 0, y: 0, width, height } }), [domain, width, height]);
  const contours = useMemo(() => lines.map((line) => contourData(line, plane)), [lines, plane]);

  const colourOf = (run: RunView) => inkColours[theme][run.ink.hue] as string;
  const at = ({ x, y }: { readonly x: number; readonly y: number }) => `translate(${x} ${y})`;
  const summary = (run: RunView) =>
    t(run.spec.params['lr'] === undefined ? 'flat.plan.bare' : 'flat.plan', {
      optimizer: run.name,
      lr: t.number(run.spec.params['lr'] ?? 0),
      points: bookRows(run.record),
      x: t.number(run.spec.start[0]),
      y: t.number(run.spec.start[1]),
    });
  if (runs.length === 0) return <div className="book-stage" ref={ref} />;
  return (
    <div className="book-stage" ref={ref}>
      {layout && (
        <figure className="book-figure" data-view={overlay ? 'overlay' : 'book'} style={placeOf(layout.room, scale)}>
          <PlanRoom layout={layout} scale={scale} label={t(overlay ? 'flat.overlay' : 'flat.book')}>
            <clipPath id={clip}>
              <rect width={width} height={height} />
            </clipPath>
            {layout.plans.cells.map(({ plot, title }, k) => {
              const run = overlay ? null : (runs[k] as RunView);
              const on = run ? [run] : runs;
              return (
                <g
                  key={run?.id ?? 'all'}
                  data-plan={run?.id ?? 'all'}
                  role="img"
                  aria-label={on.map(summary).join(' ')}
                >
                  {run && (
                    <g transform={at(title)}>
                      <PlanTitle run={run} colour={colourOf(run)} narrow={layout.narrow} />
                    </g>
                  )}
                  <g transform={at(plot)} data-plot>
                    <PlanHover runs={on} plane={plane}>
                      <Plan
                        plane={plane}
                        contours={contours}
                        minima={minima}
                        clip={clip}
                        show={t.number}
                        under={
                          draped && (
                            <Suspense>
                              <BasinImage id={run?.id ?? state.selected} rect={plane.rect} />
                            </Suspense>
                          )
                        }
                      >
                        {draped && (
                          <Suspense>
                            <BasinLetters id={run?.id ?? state.selected} plane={plane} />
                          </Suspense>
                        )}
                        {on.map((each) => (
                          <PlanRun key={each.id} run={each} plane={plane} colour={colourOf(each)} clip={clip} />
                        ))}
                        <PlanGuess runs={on} plane={plane} />
                        {overlay && state.labels && (
                          <HeadLabels runs={runs} colours={runs.map(colourOf)} plane={plane} />
                        )}
                      </Plan>
                    </PlanHover>
                  </g>
                </g>
              );
            })}
          </PlanRoom>
          <figcaption>
            {points} {!layout.brief && <span>{contoursAt}</span>}
          </figcaption>
        </figure>
      )}
    </div>
  );
}
