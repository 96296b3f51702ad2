import type { Edit } from '../../../src/reconstruction/cutout/edits.ts';
import { isOpen } from '../../../src/reconstruction/cutout/fillWithin.ts';
import { keepPart } from '../../../src/reconstruction/cutout/keepPart.ts';
import type { Editing, Work } from './work.ts';

type Moment = Pick<Editing, 'work' | 'refused'>;

/** A tool looked for something and did not find it: a closed outline to fill, a part to keep. */
export interface Missed {
  readonly what: 'fill' | 'keep';
  /** When: it is said until something happens. */
  readonly at: Moment;
}

export function missedBy({ mask }: Work, edit: Edit, { work, refused }: Moment): Missed | null {
  const at = { work, refused };
  if (edit.mode === 'fill' && isOpen(mask, edit.x, edit.y)) return { what: 'fill', at };
  if (edit.mode === 'keep' && !keepPart(mask, edit.x, edit.y)) return { what: 'keep', at };
  return null;
}

/** What is still to be said of it: nothing once the mask, the way it is cut out, or what was refused is another. */
export const stillMissed = (missed: Missed | null, { work, refused }: Moment): Missed['what'] | null =>
  missed?.at.work === work && missed.at.refused === refused ? missed.what : null;
