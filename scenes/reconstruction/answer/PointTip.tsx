import { PointReadout } from '../../../src/scene/parts/PointReadout.tsx';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import type { PickedPoint } from '../../../src/view/clouds/usePointPick.ts';
import { palettes } from '../../../src/view/palette.ts';
import { paneColour } from './colours.ts';
import { contentOf } from './panes.ts';
import { useSeen } from '../model.ts';
import type { PaneId } from '../state.ts';

interface Props {
  readonly at: PickedPoint;
  readonly id: PaneId | undefined;
}

/** The numbers of the point under the pointer. */
export function PointTip({ at, id }: Props) {
  const t = useText();
  const seen = useSeen();
  const palette = palettes[useTheme()];
  const { points, distances } = id ? contentOf(id, seen) : { points: null, distances: null };
  const { index } = at;
  // The picture may have changed under a pointer that rests.
  if (!id || !points || 3 * index >= points.length) return null;
  const place = [0, 1, 2].map((k) => t.fixed(points[3 * index + k]!, 2)).join(', ');
  const off = distances && `${t.fixed(100 * distances[index]!, 1)} %`;
  return (
    <PointReadout
      at={at}
      title={t(`rec.pane.${id}`)}
      colour={paneColour(palette, id).colour}
      rows={[
        { id: 'point', label: t('rec.point', { number: index + 1 }), value: place },
        ...(off
          ? [{ id: 'distance', label: t(id === 'truth' ? 'rec.point.missed' : 'rec.point.off'), value: off }]
          : []),
      ]}
    />
  );
}
