import { SIDE } from '../../../../src/networks/microscope/centre.ts';
import { usePointable, type Pointables, type Pointed, type Ray } from '../../../../src/scene/parts/Pointing.tsx';
import { useText, type Words } from '../../../../src/ui/useText.ts';
import { percent } from '../read.ts';
import { CLASSES, type DigitLook } from '../run/types.ts';
import { barAt, BACK, FLOOR, sheetPlaces, TALL, type SheetPlace } from './place.ts';
import { widthsOf } from './Sheets.tsx';

/** Where the ray goes through a plane across the depth axis; null: behind the eye. */
function through({ origin, direction }: Ray, z: number) {
  const distance = (z - origin.z) / direction.z;
  if (!(distance > 0)) return null;
  return { x: origin.x + distance * direction.x, y: origin.y + distance * direction.y, distance };
}

/** The cell of a sheet under the ray; −1: none. */
export function cellUnder(ray: Ray, { columns, cell, left, top, z }: SheetPlace, count: number): number {
  const at = through(ray, z);
  if (!at) return -1;
  const [u, v] = [Math.floor((at.x - left) / cell), Math.floor((top - at.y) / cell)];
  if (u < 0 || u >= columns || v < 0) return -1;
  const index = v * columns + u;
  return index < count ? index : -1;
}

/** The bar under the ray; −1: none. */
function barUnder(ray: Ray): number {
  const at = through(ray, BACK);
  if (!at || at.y < FLOOR || at.y > FLOOR + TALL) return -1;
  return Array.from({ length: CLASSES }, (_, i) => barAt(i, CLASSES)).findIndex(
    ({ middle, right }) => Math.abs(at.x - middle) < 1.4 * (right - middle),
  );
}

/** Under the pointer the pixel, neuron or bar. */
export function usePointed(pointables: Pointables, look: DigitLook | null): void {
  const t = useText();
  usePointable(pointables, 0, (ray) => look && pointedIn(t, look, ray));
}

/** The numbers of the pixel, neuron or bar that a ray meets first; null: it meets none. */
export function pointedIn(t: Words, look: DigitLook, ray: Ray): Pointed | null {
  const widths = widthsOf(look);
  for (const [layer, place] of sheetPlaces(widths).entries()) {
    const index = cellUnder(ray, place, widths[layer]!);
    if (index < 0) continue;
    const { values, spoke } = look.sheets[layer]!;
    const where = { row: Math.floor(index / SIDE) + 1, column: (index % SIDE) + 1 };
    return {
      title: layer === 0 ? t('mic.digit.pixel', where) : t('mic.digit.neuron', { layer, index: index + 1 }),
      rows: [
        {
          ...{ id: 'value', value: t.number(values[index]!, 3) },
          label: t(layer === 0 ? 'mic.digit.ink' : 'mic.axis.activation'),
        },
        { id: 'spoke', label: t('mic.digit.spokeFor', { about: look.about }), value: t.number(spoke![index]!, 3) },
      ],
    };
  }
  const digit = barUnder(ray);
  if (digit < 0) return null;
  const { thinned } = look;
  const own = thinned ? Array.from({ length: thinned.count }, (_, i) => thinned.each[i * CLASSES + digit]!) : [];
  return {
    title: t('mic.digit.bar', { digit }),
    rows: [
      { id: 'probability', label: t('mic.digit.sure'), value: percent(t, look.probabilities[digit]!) },
      ...(thinned
        ? [
            { id: 'mean', label: t('mic.digit.thinned.mean'), value: percent(t, thinned.mean[digit]!) },
            {
              ...{ id: 'range', label: t('mic.digit.thinned.range') },
              value: `${percent(t, Math.min(...own), 2)} … ${percent(t, Math.max(...own), 2)}`,
            },
          ]
        : []),
    ],
  };
}
