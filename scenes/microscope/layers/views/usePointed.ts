import type { Histogram } from '../../../../src/networks/microscope/histogram.ts';
import { useSession } from '../../../../src/runs/session.tsx';
import { usePointable, type Pointables, type Pointed, type Ray } from '../../../../src/scene/parts/Pointing.tsx';
import { useTheme } from '../../../../src/ui/preferences.ts';
import { useText } from '../../../../src/ui/useText.ts';
import type { RidgePlace } from '../../../../src/view/ridges/ridges.ts';
import { gradientHue, hueOf, percent, rowAt, shareOf } from '../read.ts';
import type { LayersRun, NetRun } from '../run/types.ts';
import { activationRow, gradientRow, heightOf, TALL } from './place.ts';

interface Props {
  readonly pointables: Pointables;
  readonly box: number;
  readonly run: LayersRun;
  readonly net: NetRun;
  readonly gradients: boolean;
}

/** The numbers of the ridge under the pointer, of the bin there. */
export function usePointed({ pointables, box, run, net, gradients }: Props): void {
  const t = useText();
  const theme = useTheme();
  const { clock } = useSession();
  usePointable(pointables, box, (ray): Pointed | null => {
    const { layers } = rowAt(net, clock.t);
    const found = [
      ...activationRow(layers.length, gradients).places.map((place, layer) => ({
        place,
        layer,
        of: 'activations' as const,
      })),
      ...(gradients ? gradientRow(layers.length).places : []).map((place, layer) => ({
        place,
        layer,
        of: 'gradients' as const,
      })),
    ].flatMap((sheet) => {
      const at = binAt(ray, sheet.place, layers[sheet.layer]![sheet.of]);
      return at ? [{ ...sheet, ...at }] : [];
    });
    // The nearest ridge that is hit, else the nearest sheet.
    const hit = found.find(({ within }) => within) ?? found.sort((a, b) => a.distance - b.distance)[0];
    if (!hit) return null;
    const { layer, of, bin } = hit;
    const row = layers[layer]!;
    const { low, high, shares } = row[of];
    const width = (high - low) / shares.length;
    const from = low + bin * width;
    const span = (text: (value: number) => string) => `${text(from)} … ${text(from + width)}`;
    const { is, share } = shareOf(run, row);
    const inBin = { id: 'share', label: t('mic.point.share'), value: percent(t, shares[bin]!) };
    if (of === 'gradients') {
      return {
        ...{ title: t('mic.point.gradient', { layer: layer + 1 }), colour: gradientHue(theme) },
        rows: [
          { id: 'range', label: '|∂ℓ/∂a|', value: span((value) => t.number(10 ** value, 2)) },
          inBin,
          { id: 'norm', label: '‖∂L/∂W‖', value: t.number(row.gradientNorm, 3) },
        ],
      };
    }
    return {
      ...{ title: t('mic.point.layer', { layer: layer + 1 }), colour: hueOf(theme, net) },
      rows: [
        { id: 'range', label: t('mic.axis.activation'), value: span((value) => t.number(value, 2)) },
        inBin,
        { id: 'mean', label: t('mic.point.mean'), value: t.number(row.mean, 3) },
        { id: 'std', label: t('mic.point.std'), value: t.number(row.std, 3) },
        { id: is, label: t(`mic.point.${is}`), value: percent(t, share) },
        { id: 'twins', label: t('mic.number.twins'), value: String(row.twins.length) },
      ],
    };
  });
}

/** Where the ray goes through a sheet; null: it goes past it. `within`: through its ridge. */
export function binAt(
  { origin, direction }: Pick<Ray, 'origin' | 'direction'>,
  place: RidgePlace,
  { shares }: Histogram,
) {
  const distance = (place.z - origin.z) / direction.z;
  if (!(distance > 0)) return null;
  const [x, y] = [origin.x + distance * direction.x, origin.y + distance * direction.y - place.foot];
  const share = (x - place.left) / (place.right - place.left);
  if (share < 0 || share >= 1 || y < 0 || y > TALL) return null;
  const bin = Math.floor(share * shares.length);
  return { bin, distance, within: y <= heightOf(shares[bin]!) };
}
