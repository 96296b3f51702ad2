import type { PictureColours } from '../../../src/reconstruction/pictured.ts';
import type { Picture, Sample } from '../../../src/reconstruction/types.ts';
import type { OwnPicture } from '../input/work.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Kept } from '../own.ts';
import { table, type GalleryId, type State } from '../state.ts';
import { loadItem } from './gallery.ts';

/** The picture that everything else is an answer to. */
export interface Shown {
  /** Another picture has another key. */
  readonly key: string;
  readonly picture: Picture;
  /** Its own; absent: it is grey, as samples are. */
  readonly colours?: PictureColours | null;
  readonly from: 'shape' | 'item' | 'own';
  /** Where the truth is known: the shape that the picture was drawn of. */
  readonly sample: Sample | null;
}

/** What a state shows, before anything of it is there. */
export type Wanted =
  | { readonly key: string; readonly from: 'shape'; readonly category: string; readonly seed: number }
  | { readonly key: string; readonly from: 'item'; readonly id: GalleryId }
  | { readonly key: string; readonly from: 'own'; readonly own: OwnPicture };

type Chosen = Pick<State, 'picture' | 'category' | 'seed'>;

/** A link to an own picture that is not on this machine shows the sample instead: see `ownIsMissing`. */
export function wantedOf({ picture, category, seed }: Chosen, { picture: own }: Pick<Kept, 'picture'>): Wanted {
  if (picture === 'shape') return { key: `${category} ${seed}`, from: 'shape', category, seed };
  if (picture !== 'own') return { key: `item ${picture}`, from: 'item', id: picture };
  if (own) return { key: `own ${own.id}`, from: 'own', own };
  return wantedOf(table.rules.resolve({}), { picture: null });
}

export function ownIsMissing({ picture }: Chosen, kept: Pick<Kept, 'picture'>): boolean {
  return picture === 'own' && kept.picture === null;
}

export async function fetchShown(wanted: Wanted, jobs: Jobs, signal: AbortSignal): Promise<Shown> {
  const { key, from } = wanted;
  if (wanted.from === 'shape') {
    const sample = await jobs.truth(wanted.category, wanted.seed, signal);
    return { key, from, picture: sample.picture, sample };
  }
  if (wanted.from === 'own')
    return { key, from, picture: wanted.own.picture, colours: wanted.own.colours ?? null, sample: null };
  return { key, from, picture: await loadItem(wanted.id), sample: null };
}
