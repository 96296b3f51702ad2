import { useMemo, useState } from 'react';
import { PARTS } from '../../../src/jobs/trainingMap/duty.ts';
import { trainingEdge } from '../../../src/jobs/trainingMap/edge.ts';
import { HeatCaption } from '../../../src/scene/heat/HeatCaption.tsx';
import { HeatMap, type Cell } from '../../../src/scene/heat/HeatMap.tsx';
import { bestCell, lossScale } from '../../../src/scene/heat/scale.ts';
import { axisValues } from '../../../src/tuning/axis.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { model } from '../model.ts';
import { colourOf } from '../read.ts';
import type { Run } from '../run/types.ts';
import { nameOf } from '../trainers.ts';
import { adopt } from './adopt.ts';
import { Curves, updatesOf, type LossCurve } from './Curves.tsx';
import { Framed } from './Framed.tsx';
import { endsOf, trackNow, type HeatLook } from './look.ts';
import type { HeatPlan } from './plan.ts';
import { captionWords, symbolIn, valuesIn } from './say.ts';

interface Props {
  readonly plan: HeatPlan;
  readonly look: HeatLook;
  readonly run: Run;
  /** It answers what was asked before. */
  readonly older: boolean;
  /** That a batch of all has. */
  readonly samples: number;
}

/** The map, and beside it how the loss of the cell that is pointed at went, and that of the training in force. */
export function HeatFigure({ plan, look, run, older, samples }: Props) {
  const t = useText();
  const theme = useTheme();
  const { store } = model.useSession();
  const of = model.useState((state) => state.heatOf);
  const rule = model.useState((state) => state.rule);
  const ids = model.useState((state) => state.optimizers);
  const [cell, setCell] = useState<Cell | null>(null);
  const { spec, map } = look;
  const { x, y } = spec;
  const axes = [x, y] as const;
  const updates = spec.run.steps;
  const [xs, ys] = useMemo(() => [axisValues(x), axisValues(y)] as const, [x, y]);
  const ends = useMemo(() => endsOf(map, of), [map, of]);
  const scale = useMemo(() => lossScale(ends, 0), [ends]);
  const edge = useMemo(() => trainingEdge(spec, map.sharpness), [spec, map]);

  const valuesAt = ({ column, row }: Cell) => [xs[column]!, ys[row]!] as const;
  const { here } = plan;
  const words = (values: readonly number[]) => valuesIn(t, plan.now, axes, values);
  const take = (picked: Cell) => {
    const values = valuesAt(picked);
    adopt(store, plan.id, { [x.name]: values[0], [y.name]: values[1] }, samples);
  };

  const best = bestCell(ends.loss);
  const title = t(`net.heat.title.${of}`, { optimizer: nameOf(plan.id, rule), updates });
  const bestAt = best < 0 ? null : valuesAt({ column: best % map.columns, row: Math.floor(best / map.columns) });
  const least = bestAt
    ? t('net.heat.least', { value: t.number(ends.loss[best]!, 3), at: words(bestAt) })
    : t('net.heat.least.none');

  const track = trackNow(run, older, plan.id);
  const colour = colourOf(theme, ids, plan.id);
  const at = cell && cell.row * map.columns + cell.column;
  const pointed = at === null ? null : map.curves.subarray(at * (PARTS + 1), (at + 1) * (PARTS + 1));
  const curves: LossCurve[] = [
    ...(track ? [{ at: run.at, loss: track.trainLoss, colour, dashed: true }] : []),
    ...(pointed ? [{ at: updatesOf(updates), loss: pointed, colour: 'var(--accent)', dashed: false }] : []),
  ];
  const end =
    at === null
      ? null
      : Number.isNaN(map.first[at]!)
        ? t('net.heat.end.coming')
        : Number.isNaN(map.loss[at]!)
          ? t('net.heat.end.gone')
          : t('net.heat.end', { train: t.number(map.loss[at]!, 3), test: t.number(map.test[at]!, 3) });
  const cellText = cell && end && `${t('net.heat.cell', { at: words(valuesAt(cell)) })}: ${end}`;
  return (
    <figure className="net-heat-figure">
      <div className="net-heat-parts">
        <Framed
          head={
            <>
              <strong>{title}</strong>
              <span>{least}</span>
            </>
          }
          draw={(width, height) => (
            <HeatMap
              {...{ x, y, scale, here, edge, cell, width, height }}
              stride={look.stride}
              names={[symbolIn(t, plan.now, x.name), symbolIn(t, plan.now, y.name)]}
              show={t.number}
              label={`${title}: ${least} ${t('net.heat.keys')}`}
              onCell={setCell}
              onAdopt={take}
            />
          )}
        />
        <Framed
          head={
            <>
              <strong>{t('net.heat.curves')}</strong>
              <span className="net-heat-now" style={{ color: colour }}>
                {t('net.heat.now', { at: words(here) })}
              </span>
              <span className="net-heat-cell">{cellText}</span>
            </>
          }
          label={cellText ?? t('net.heat.now', { at: words(here) })}
          draw={(width, height) => (
            <Curves {...{ curves, updates, width, height }} from={scale.low / 1.5} to={scale.high * 8} />
          )}
        />
      </div>
      <HeatCaption
        scale={scale}
        words={captionWords(t, edge.length > 1 ? spec.run : null)}
        show={(value) => t.number(value, 3)}
        onAdopt={cell && (() => take(cell))}
      />
      <div className="visually-hidden" role="status">
        {cellText}
      </div>
    </figure>
  );
}
