import { useId, useMemo, useState } from 'react';
import { edgeOf } from '../../../src/jobs/tuning/limit.ts';
import { optimize } from '../../../src/jobs/optimize.ts';
import { valueOf, varyRun } from '../../../src/jobs/tuning/vary.ts';
import { axisValues } from '../../../src/tuning/axis.ts';
import { outcomeOf } from '../../../src/tuning/outcome.ts';
import { useText } from '../../../src/ui/useText.ts';
import { PlanRoom } from '../book/PlanRoom.tsx';
import { wrap } from '../../../src/ui/clip/wrap.ts';
import { textWidth } from '../../../src/ui/export/textWidth.ts';
import { LINE } from '../book/layout.ts';
import type { BookLayout } from '../book/useBookLayout.ts';
import { lab } from '../model.ts';
import { createCache } from '../runs/cache.ts';
import { lossFloorOf } from '../runs/lossFloor.ts';
import { adopt } from './adopt.ts';
import type { HeatLook } from './look.ts';
import { HeatCaption } from '../../../src/scene/heat/HeatCaption.tsx';
import { HeatMap, type Cell } from '../../../src/scene/heat/HeatMap.tsx';
import { bestCell, lossScale, stepsScale } from '../../../src/scene/heat/scale.ts';
import type { HeatPlan } from './plan.ts';
import { heatLayout } from './layout.ts';
import { ReplayPlan } from './ReplayPlan.tsx';
import { captionWords, endInWords, symbolOf, valuesInWords } from './say.ts';

interface Props {
  readonly plan: HeatPlan;
  readonly look: HeatLook;
  readonly layout: BookLayout;
  readonly scale: number;
}

/** Of the lines, and of the titles. */
const [FONT, BOLD] = ['13px', '600 14px'] as const;
const recordOf = createCache(optimize, 16);

/** The map, and beside it the run of the cell that is pointed at, or the one in force. */
export function HeatFigure({ plan, look, layout, scale }: Props) {
  const t = useText();
  const clip = useId();
  const { store } = lab.useSession();
  const heatOf = lab.useState((state) => state.heatOf);
  const state = lab.useState((s) => s);
  const [cell, setCell] = useState<Cell | null>(null);
  const { spec, map } = look;
  // Without a known floor nothing tells when a run is there.
  const of = spec.floor === null ? 'loss' : heatOf;
  const axes = [spec.x, spec.y] as const;
  const [xs, ys] = useMemo(() => [axisValues(spec.x), axisValues(spec.y)] as const, [spec]);
  const floor = lossFloorOf(state, []).value;
  const colours = useMemo(() => (of === 'loss' ? lossScale(look.map, floor) : stepsScale(look.map)), [look, of, floor]);
  const edge = useMemo(() => edgeOf(spec, state.surface.minima), [spec, state.surface.minima]);

  const valuesAt = ({ column, row }: Cell) => [xs[column]!, ys[row]!] as const;
  const named = (values: readonly number[]) => ({ [spec.x.name]: values[0]!, [spec.y.name]: values[1]! });
  const here = [valueOf(plan.now, spec.x.name), valueOf(plan.now, spec.y.name)] as const;
  const values = cell ? valuesAt(cell) : here;
  const run = cell ? varyRun(spec.run, named(values)) : plan.now;
  const record = recordOf(run);
  const take = (picked: Cell) => adopt(store, plan.id, plan.now, named(valuesAt(picked)));

  const best = bestCell(of === 'loss' ? map.loss : map.converged);
  const least = best < 0 ? null : { column: best % map.columns, row: Math.floor(best / map.columns) };
  const leastValue = (of === 'loss' ? map.loss : map.converged)[best] ?? NaN;
  const title = t(`heat.title.${of}`, { optimizer: plan.name, steps: spec.run.steps });
  const words = (of: readonly number[]) => valuesInWords(t, plan.now, axes, of);
  const leastText = least ? t(`heat.least.${of}`, { value: t.number(leastValue, 3) }) : t('heat.least.none');
  const leastAt = least ? words(valuesAt(least)).join(', ') : '';
  const at = words(values);
  const { converged } = outcomeOf(record, spec.floor);
  const end = endInWords(t, record, converged);
  const short = endInWords(t, record, converged, true);
  const leastWords = (room: number) => {
    const line = `${leastText} ${leastAt}`.trim();
    return textWidth(line, FONT) <= room ? [line] : [leastText, leastAt];
  };
  const places = heatLayout(layout.plans, (room) => 1 + leastWords(room).length);
  if (!places) return null;
  const { map: mapCell, plan: planCell, stacked, rooms } = places;
  const endLines = stacked ? wrap(end, rooms[1], FONT, textWidth) : [textWidth(end, FONT) <= rooms[1] ? end : short];
  const place = ({ x, y }: { readonly x: number; readonly y: number }) => `translate(${x} ${y})`;
  return (
    <>
      <PlanRoom layout={layout} scale={scale} label={t('view.heat')}>
        <clipPath id={clip}>
          <rect width={planCell.plot.width} height={planCell.plot.height} />
        </clipPath>
        <Title
          at={mapCell.title}
          lines={[
            textWidth(title, BOLD) > rooms[0] ? plan.name : title,
            ...(stacked ? leastWords(rooms[0]) : [leastText, leastAt]),
          ]}
        />
        <g transform={place(mapCell.plot)} data-plot>
          <HeatMap
            {...{ x: spec.x, y: spec.y, stride: look.stride, here, edge, cell }}
            {...{ width: mapCell.plot.width, height: mapCell.plot.height }}
            scale={colours}
            names={[symbolOf(t, plan.now, spec.x.name), symbolOf(t, plan.now, spec.y.name)]}
            show={t.number}
            label={`${title}: ${leastText} ${leastAt} ${t('heat.keys')}`}
            onCell={setCell}
            onAdopt={take}
          />
        </g>
        <Title at={planCell.title} lines={[...at, ...endLines]} bold={2} />
        <g transform={place(planCell.plot)} role="img" aria-label={`${at.join(', ')}: ${end}`}>
          <ReplayPlan record={record} replay={cell ? JSON.stringify(run) : null} rect={planCell.plot} clip={clip} />
        </g>
      </PlanRoom>
      <HeatCaption
        scale={colours}
        words={captionWords(t, of, edge.length > 1)}
        show={(value) => (of === 'steps' ? t.number(value) : t.number(value, 3))}
        onAdopt={cell && (() => take(cell))}
      />
      <div className="visually-hidden" role="status">
        {cell && `${at.join(', ')}: ${end}`}
      </div>
    </>
  );
}

interface TitleProps {
  readonly at: { readonly x: number; readonly y: number };
  readonly lines: readonly string[];
  /** So many of them are titles. */
  readonly bold?: number;
}

function Title({ at: { x, y }, lines, bold = 1 }: TitleProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      {lines.map((line, i) => (
        <text key={i} className={i < bold ? 'plan-title' : 'plan-lr'} y={i * LINE}>
          {line}
        </text>
      ))}
    </g>
  );
}
