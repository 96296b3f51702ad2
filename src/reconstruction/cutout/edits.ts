import { brushed, type Stroke } from './brush.ts';
import { fillWithin } from './fillWithin.ts';
import type { Mask } from './types.ts';

/** What is enclosed around a place is filled. */
export interface Fill {
  readonly mode: 'fill';
  /** Pixels of the picture. */
  readonly x: number;
  readonly y: number;
}

/** Everything is wiped away. */
export interface Clear {
  readonly mode: 'clear';
}

/** One thing that a hand does to a mask. */
export type Edit = Stroke | Fill | Clear;

/** The mask after the edits, in their order; a fill that finds nothing to fill changes nothing. The mask itself stays as it is. */
export function edited(mask: Mask, edits: readonly Edit[]): Mask {
  let out = mask;
  for (const edit of edits) {
    if (edit.mode === 'clear') out = { ...out, alpha: new Uint8Array(out.alpha.length) };
    else if (edit.mode === 'fill') out = fillWithin(out, edit.x, edit.y) ?? out;
    else out = brushed(out, [edit]);
  }
  return out;
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
