import { useMemo } from 'react';
import { PaneLabels, type PaneLabel } from '../../../../src/scene/parts/PaneLabels.tsx';
import type { Drawn } from '../../../../src/scene/stage.ts';
import { useStep } from '../../../../src/runs/session.tsx';
import { useText, type Words } from '../../../../src/ui/useText.ts';
import { percent, rowAt, shareOf } from '../read.ts';
import { rangeFor, type LayersRun, type NetRun } from '../run/types.ts';
import type { RidgePlace } from '../../../../src/view/ridges/ridges.ts';
import { heightOf } from '../../../../src/view/clouds/panes.ts';
import { activationRow, gradientRow, HALF } from './place.ts';

interface Props {
  readonly drawn: Drawn;
  readonly run: LayersRun;
  readonly net: NetRun;
  readonly gradients: boolean;
  readonly box: number;
}

/** One label at the right of each sheet; along the nearest one what is counted. */
export function SheetLabels({ drawn, run, net, gradients, box }: Props) {
  const t = useText();
  const step = useStep();
  const { boxes, holder } = drawn;
  const own = useMemo(() => boxes.slice(box, box + 1), [boxes, box]);
  const axes = useMemo(() => axesOf(t, run, gradients), [t, run, gradients]);
  const height = own[0] ? heightOf(own[0]) : 0;
  const numbers = useMemo(
    () => thinned(numbersOf(t, run, net, step, gradients), height, run.spec.hidden.length),
    [t, run, net, step, gradients, height],
  );
  return (
    <>
      <PaneLabels labels={axes} boxes={own} holder={holder} />
      <PaneLabels labels={numbers} boxes={own} holder={holder} />
    </>
  );
}

/** Of a pane's height: what the labels of one row have. CSS pixels of one. */
const ROW = 0.22;
const LINE = 15;

/** Every other one, or fewer, where they would lie on one another. */
function thinned(labels: readonly PaneLabel[], height: number, count: number): readonly PaneLabel[] {
  const stride = Math.max(1, Math.ceil((count * LINE) / (ROW * height)));
  return labels.filter((_, k) => (k % count) % stride === 0);
}

/** Of layers 1 … 9. */
const subscript = (layer: number): string => String.fromCodePoint(0x2080 + layer);

function axesOf(t: Words, { spec }: LayersRun, gradients: boolean): readonly PaneLabel[] {
  const { places, apart } = activationRow(spec.hidden.length, gradients);
  const [low, high] = rangeFor[spec.activation];
  const z = places[0]!.z + apart;
  const below = (text: string, x: number): PaneLabel => ({ text, at: [x, 0, z], side: 'below' });
  return [below(t.number(low), -HALF), below(t('mic.axis.activation'), 0), below(t.number(high), HALF)];
}

function numbersOf(t: Words, run: LayersRun, net: NetRun, step: number, gradients: boolean): readonly PaneLabel[] {
  const { layers } = rowAt(net, step);
  const right = ({ right: x, foot, z }: RidgePlace, text: string): PaneLabel => ({
    ...{ text, at: [x, foot, z], side: 'right' },
  });
  const back = gradients ? gradientRow(layers.length).places : [];
  return [
    ...activationRow(layers.length, gradients).places.map((place, k) => {
      const { is, share } = shareOf(run, layers[k]!);
      return right(place, t(`mic.label.${is}`, { layer: k + 1, share: percent(t, Number(share.toPrecision(2))) }));
    }),
    ...back.map((place, k) =>
      right(place, t('mic.label.norm', { layer: subscript(k + 1), norm: t.number(layers[k]!.gradientNorm, 2) })),
    ),
  ];
}
