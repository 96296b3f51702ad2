import { useMemo } from 'react';
import { useStep } from '../../../../src/runs/session.tsx';
import { PaneLabels, type PaneLabel } from '../../../../src/scene/parts/PaneLabels.tsx';
import type { Drawn } from '../../../../src/scene/stage.ts';
import { useText, type Words } from '../../../../src/ui/useText.ts';
import { about, type BookId } from '../ids.ts';
import type { Ridges } from '../picture/types.ts';
import { seriesName, valueText } from '../read.ts';
import { HALF, placeOf, tallOf } from './place.ts';

interface Props {
  readonly drawn: Drawn;
  readonly id: BookId;
  readonly picture: Ridges;
}

/** More places than these have no numbers of their own beside them. */
const NUMBERED = 6;

/** What stands where: places by their names at the left, what runs along the front, and the numbers now at the right. */
export function RidgeLabels({ drawn, id, picture }: Props) {
  const t = useText();
  const step = useStep();
  const { boxes, holder } = drawn;
  const own = useMemo(() => boxes.slice(0, 1), [boxes]);
  const names = useMemo(() => namesOf(t, id, picture), [t, id, picture]);
  const numbers = useMemo(() => numbersOf(t, id, picture, step), [t, id, picture, step]);
  return (
    <>
      <PaneLabels labels={names} boxes={own} holder={holder} />
      <PaneLabels labels={numbers} boxes={own} holder={holder} />
    </>
  );
}

const byBatch = (id: BookId): boolean => id === 'batch-sizes' || id === 'batch-race';

/** A place by its name: a scale of weights by its number. */
export function slotName(t: Words, id: BookId, name: string): string {
  const value = Number(name);
  if (about[id].of === 'looks') return name;
  return Number.isNaN(value) ? seriesName(t, name) : byBatch(id) ? name : `σ ${t.number(value, 2)}`;
}

function namesOf(t: Words, id: BookId, picture: Ridges): readonly PaneLabel[] {
  const { slots, rows, columns, x, y } = picture;
  const front = slots.findIndex(({ row }) => row === rows - 1);
  if (front < 0) return [];
  const { z } = placeOf(picture, front, 1);
  const below = (text: string, at: number): PaneLabel => ({ text, at: [at, 0, z + 0.4], side: 'below' });
  // Many places would lie on one another: every other one is named.
  const each = rows > 8 ? 3 : 1;
  const left = slots.flatMap((slot, k): PaneLabel[] => {
    if (slot.column > 0 || slot.row % each !== 0) return [];
    const place = placeOf(picture, k, 0);
    return [{ text: slotName(t, id, slot.name), at: [place.left, 0, place.z], side: 'left' }];
  });
  const tops = columns.map((name, column): PaneLabel => {
    const place = placeOf(
      picture,
      slots.findIndex((slot) => slot.column === column),
      0,
    );
    const text = columns.length > 1 ? seriesName(t, name) : valueText(t, about[id].y, y[1]);
    const middle = columns.length > 1 ? (place.left + place.right) / 2 : place.left;
    return { text, at: [middle, tallOf(rows), place.z], side: columns.length > 1 ? 'above' : 'left' };
  });
  const ends = columns.length > 1 ? [] : [below(t.number(x[0]), -HALF), below(t.number(x[1]), HALF)];
  return [
    ...ends,
    below(t(id === 'batch-race' ? 'mic.book.axis.updates-log' : `mic.book.axis.${about[id].x}`), 0),
    ...left,
    ...tops,
  ];
}

function numbersOf(t: Words, id: BookId, picture: Ridges, step: number): readonly PaneLabel[] {
  const { slots, rows, along } = picture;
  if (along === 'rows' || rows > NUMBERED) return [];
  return slots.flatMap(({ lines }, k): PaneLabel[] => {
    const texts = lines.flatMap(({ values }) => {
      const value = values[step] ?? NaN;
      return Number.isNaN(value) ? [] : [valueText(t, about[id].y, value)];
    });
    if (texts.length === 0) return [];
    const { right, z } = placeOf(picture, k, 0);
    // At the level that the first of them has reached: over the ridges in front of it.
    const level = tallOf(rows) * (lines[0]!.heights[step] || 0);
    return [{ text: texts.join(' / '), at: [right, level, z], side: 'right', of: [right, 0, z] }];
  });
}
