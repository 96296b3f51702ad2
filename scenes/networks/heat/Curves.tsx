import { useId } from 'react';
import { PARTS } from '../../../src/jobs/trainingMap/duty.ts';
import { HeatAxes, along } from '../../../src/scene/heat/HeatAxes.tsx';
import { placeOn, type Axis } from '../../../src/tuning/axis.ts';
import { useText } from '../../../src/ui/useText.ts';

/** A loss by update. */
export interface LossCurve {
  readonly at: ArrayLike<number>;
  readonly loss: ArrayLike<number>;
  readonly colour: string;
  readonly dashed: boolean;
}

interface Props {
  readonly curves: readonly LossCurve[];
  readonly updates: number;
  /** The lowest and the highest loss. */
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly height: number;
}

/** So fine that a place of the axis is no cell. */
const FINE = 1001;

/** Of a cell's curve: the updates of its values. */
export const updatesOf = (updates: number): readonly number[] =>
  Array.from({ length: PARTS + 1 }, (_, part) => Math.round((part * updates) / PARTS));

/** Losses by update on a log scale, all on the map's own. */
export function Curves({ curves, updates, from, to, width, height }: Props) {
  const t = useText();
  const clip = useId();
  const x: Axis = { name: 'updates', from: 0, to: updates, count: FINE, scale: 'linear' };
  const y: Axis = { name: 'loss', from, to, count: FINE, scale: 'log' };
  const px = (value: number) => Math.round(10 * value) / 10;
  const pathOf = ({ at, loss }: LossCurve) => {
    const points: string[] = [];
    for (
      let i = 0;
      i < at.length && at[Math.max(i - 1, 0)]! < updates && loss[i]! > 0 && placeOn(y, loss[i]!) < 4 * FINE;
      i++
    )
      points.push(`${px(along(x, at[i]!, width))} ${px(height - along(y, loss[i]!, height))}`);
    return points.length > 1 ? `M${points.join('L')}` : '';
  };
  return (
    <>
      <clipPath id={clip}>
        <rect width={width} height={height} />
      </clipPath>
      <rect className="plan-ground" width={width} height={height} />
      <HeatAxes {...{ x, y, width, height }} names={[t('net.heat.updates'), '']} show={t.number} />
      <g clipPath={`url(#${clip})`}>
        {curves.map((curve, i) => (
          <path
            key={i}
            className="net-heat-curve"
            d={pathOf(curve)}
            style={{ color: curve.colour }}
            strokeDasharray={curve.dashed ? '6 4' : undefined}
          />
        ))}
      </g>
    </>
  );
}
