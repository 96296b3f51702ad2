import { brushed, type Stroke } from './brush.ts';
import { fillWithin } from './fillWithin.ts';
import type { Box2 } from '../crop.ts';
import type { Doubt, Remark } from './said.ts';
import { keepPart } from './keepPart.ts';
import type { Mask } from './types.ts';

/** What is enclosed around a place is filled. */
export interface Fill {
  readonly mode: 'fill';
  /** Pixels of the picture. */
  readonly x: number;
  readonly y: number;
}

/** Of what is cut out the part at a place is kept, and all else dropped. */
export interface Keep {
  readonly mode: 'keep';
  readonly x: number;
  readonly y: number;
}

/** The object and all else change places. */
export interface Invert {
  readonly mode: 'invert';
}

/** Cut out anew by a box, whatever was done before. */
export interface Boxed {
  readonly mode: 'box';
  readonly box: Box2;
  readonly mask: Mask;
  readonly doubts: readonly Doubt[];
  readonly remarks: readonly Remark[];
}

/** Everything is wiped away. */
export interface Clear {
  readonly mode: 'clear';
}

/** One thing that a hand does to a mask. */
export type Edit = Stroke | Fill | Keep | Invert | Boxed | Clear;

/** The mask after the edits, in their order; one that finds nothing to fill or keep changes nothing. The mask itself stays as it is. */
export function edited(mask: Mask, edits: readonly Edit[]): Mask {
  return edits.reduce(after, mask);
}

function after(mask: Mask, edit: Edit): Mask {
  switch (edit.mode) {
    case 'clear':
      return { ...mask, alpha: new Uint8Array(mask.alpha.length) };
    case 'invert':
      return { ...mask, alpha: mask.alpha.map((value) => 255 - value) };
    case 'box':
      return edit.mask;
    case 'fill':
      return fillWithin(mask, edit.x, edit.y) ?? mask;
    case 'keep':
      return keepPart(mask, edit.x, edit.y) ?? mask;
    case 'paint':
    case 'erase':
      return brushed(mask, [edit]);
  }
}

/** Edits that count, and those taken back, the last one first. */
export interface History<E> {
  readonly done: readonly E[];
  readonly undone: readonly E[];
}

export const noHistory: History<never> = { done: [], undone: [] };

/** What was taken back is gone once something else is done. */
export function doing<E>({ done }: History<E>, edit: E): History<E> {
  return { done: [...done, edit], undone: [] };
}

export function undoing<E>({ done, undone }: History<E>): History<E> {
  const last = done.at(-1);
  return last === undefined ? { done, undone } : { done: done.slice(0, -1), undone: [last, ...undone] };
}

export function redoing<E>({ done, undone }: History<E>): History<E> {
  const [next, ...rest] = undone;
  return next === undefined ? { done, undone } : { done: [...done, next], undone: rest };
}
