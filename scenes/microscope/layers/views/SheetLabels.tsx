import { useMemo } from 'react';
import { PaneLabels, type PaneLabel } from '../../../../src/scene/parts/PaneLabels.tsx';
import type { Drawn } from '../../../../src/scene/stage.ts';
import { useStep } from '../../../../src/runs/session.tsx';
import { useText, type Words } from '../../../../src/ui/useText.ts';
import { percent, rowAt, shareOf } from '../read.ts';
import { rangeFor, type LayersRun, type NetRun } from '../run/types.ts';
import { activationRow, gradientRow, HALF } from './place.ts';

interface Props {
  readonly drawn: Drawn;
  readonly run: LayersRun;
  readonly net: NetRun;
  readonly gradients: boolean;
  readonly box: number;
}

/** At each sheet its number at the left and one label at the right; along the nearest ones what is counted. */
export function SheetLabels({ drawn, run, net, gradients, box }: Props) {
  const t = useText();
  const step = useStep();
  const { boxes, holder } = drawn;
  const own = useMemo(() => boxes.slice(box, box + 1), [boxes, box]);
  const axes = useMemo(() => axesOf(t, run, gradients), [t, run, gradients]);
  const numbers = useMemo(() => numbersOf(t, run, net, step, gradients), [t, run, net, step, gradients]);
  return (
    <>
      <PaneLabels labels={axes} boxes={own} holder={holder} />
      <PaneLabels labels={numbers} boxes={own} holder={holder} />
    </>
  );
}

function axesOf(t: Words, { spec }: LayersRun, gradients: boolean): readonly PaneLabel[] {
  const count = spec.hidden.length;
  const front = activationRow(count, gradients);
  const [low, high] = rangeFor[spec.activation];
  const z = front.places[0]!.z + 0.85 * front.apart;
  const below = (text: string, x: number): PaneLabel => ({ text, at: [x, 0, z], side: 'below' });
  const layers = (places: typeof front.places, prefix: string) =>
    places.map(({ left, foot, z: at }, k): PaneLabel => ({
      text: `${prefix}${k + 1}`,
      at: [left, foot, at],
      side: 'left',
    }));
  return [
    below(t.number(low), -HALF),
    below(t('mic.axis.activation'), 0),
    below(t.number(high), HALF),
    ...layers(front.places, ''),
    ...(gradients ? layers(gradientRow(count).places, '∂') : []),
  ];
}

function numbersOf(t: Words, run: LayersRun, net: NetRun, step: number, gradients: boolean): readonly PaneLabel[] {
  const { layers } = rowAt(net, step);
  const right = ({ right: x, foot, z }: (typeof front)[number], text: string): PaneLabel => ({
    ...{ text, at: [x, foot, z], side: 'right' },
  });
  const front = activationRow(layers.length, gradients).places;
  const back = gradients ? gradientRow(layers.length).places : [];
  return [
    ...front.map((place, k) => {
      const { is, share } = shareOf(run, layers[k]!);
      return right(place, t(`mic.label.${is}`, { share: percent(t, Number(share.toPrecision(2))) }));
    }),
    ...back.map((place, k) => right(place, t('mic.label.norm', { norm: t.number(layers[k]!.gradientNorm, 2) }))),
  ];
}
