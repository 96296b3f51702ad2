import { useMemo } from 'react';
import { useSession } from '../../../../src/runs/session.tsx';
import { usePointable, type Pointables, type Pointed } from '../../../../src/scene/parts/Pointing.tsx';
import { stepShown } from '../../../../src/trace/jump.ts';
import { useTheme } from '../../../../src/ui/preferences.ts';
import { useText } from '../../../../src/ui/useText.ts';
import type { Space } from '../../../../src/networks/search/space.ts';
import { about, readingsAPoint, type BookId } from '../ids.ts';
import type { Ridges, Swarm } from '../picture/types.ts';
import { hueOf, seriesName, valueText } from '../read.ts';
import { stepText } from '../values.ts';
import { trialAt } from './place.ts';
import { nearestTo, ridgeUnder } from './pointed.ts';
import { slotName } from './RidgeLabels.tsx';
import { knownOf } from './swarm.ts';

/** The numbers of the ridges under the pointer. */
export function usePointedRidge(pointables: Pointables, id: BookId, picture: Ridges): void {
  const t = useText();
  usePointable(pointables, 0, (ray): Pointed | null => {
    const found = ridgeUnder(ray, picture);
    if (!found) return null;
    const { bin } = found;
    const { name, column, lines } = picture.slots[found.slot]!;
    const { of, x, y } = about[id];
    const [low, high] = picture.x;
    const across = low + ((bin + 0.5) * (high - low)) / picture.bins;
    const along = of === 'looks' ? t.number(across, 2) : of === 'speed' ? null : stepText(id, bin);
    const mean = (what: string) => (readingsAPoint(id) > 1 ? t('mic.book.point.mean', { what }) : what);
    const title =
      of === 'looks'
        ? `${seriesName(t, picture.columns[column]!, id)} ${t('mic.book.layer', { layer: name })}`
        : slotName(t, id, name);
    return {
      title,
      rows: [
        ...(along === null ? [] : [{ id: 'x', label: t(`mic.book.axis.${x}`), value: along }]),
        ...lines.map(({ series, values }, k) => ({
          id: `y${k}`,
          label: mean(lines.length > 1 ? seriesName(t, picture.series[series]!) : t(`mic.book.axis.${y}`)),
          value: Number.isNaN(values[bin]!) ? '…' : valueText(t, y, values[bin]!),
        })),
      ],
    };
  });
}

/** The numbers of the trial under the pointer. */
export function usePointedTrial(pointables: Pointables, box: number, { trials, series }: Swarm, space: Space): void {
  const t = useText();
  const theme = useTheme();
  const { clock } = useSession();
  const places = useMemo(
    () => knownOf(trials, space).map(([lr, decay, score]) => trialAt(lr, decay, score)),
    [trials, space],
  );
  usePointable(pointables, box, (ray): Pointed | null => {
    const trial = trials[nearestTo(ray, places, stepShown(clock.t) + 1)];
    if (!trial) return null;
    const { index, point, score, parents } = trial;
    const kin = parents && [...new Set([parents.lr, parents.decay])].map((parent) => parent + 1);
    return {
      ...{ title: t('mic.book.point.trial', { trial: index + 1 }), colour: hueOf(theme, series) },
      rows: [
        { id: 'lr', label: t('mic.book.axis.lr'), value: t.number(point.lr, 3) },
        { id: 'decay', label: t('mic.book.axis.decay'), value: t.number(point.decay, 3) },
        { id: 'score', label: t('mic.book.axis.accuracy'), value: valueText(t, 'accuracy', score) },
        ...(kin ? [{ id: 'parents', label: t('mic.book.point.parents'), value: t.list(kin.map(String)) }] : []),
      ],
    };
  });
}
