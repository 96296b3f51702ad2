import { pictureOfSilhouette } from '../../../src/reconstruction/drawing/silhouette.ts';
import { readDrawing } from '../../../src/reconstruction/drawing/text.ts';
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
  readonly from: 'shape' | 'item' | 'own' | 'drawing';
  /** Where the truth is known: the shape that the picture was drawn of. */
  readonly sample: Sample | null;
}

/** What a state shows, before anything of it is there. */
export type Wanted =
  | { readonly key: string; readonly from: 'shape'; readonly category: string; readonly seed: number }
  | { readonly key: string; readonly from: 'item'; readonly id: GalleryId }
  | { readonly key: string; readonly from: 'own'; readonly own: OwnPicture }
  | { readonly key: string; readonly from: 'drawing'; readonly text: string };

type Chosen = Pick<State, 'picture' | 'drawing' | 'category' | 'seed'>;

/** A link to a picture that is not on this machine, or to a drawing that it does not hold, shows the sample instead: see `missingOf`. */
export function wantedOf(
  { picture, drawing, category, seed }: Chosen,
  { picture: own }: Pick<Kept, 'picture'>,
): Wanted {
  if (picture === 'shape') return { key: `${category} ${seed}`, from: 'shape', category, seed };
  if (picture === 'own') {
    if (own) return { key: `own ${own.id}`, from: 'own', own };
  } else if (picture === 'drawing') {
    if (drawing !== null) return { key: `drawing ${drawing}`, from: 'drawing', text: drawing };
  } else return { key: `item ${picture}`, from: 'item', id: picture };
  return wantedOf(table.rules.resolve({}), { picture: null });
}

/** What the state names and nobody has, as its words call it; null: all is there. */
export function missingOf({ picture, drawing }: Chosen, kept: Pick<Kept, 'picture'>): 'own' | 'drawing' | null {
  if (picture === 'own') return kept.picture === null ? 'own' : null;
  return picture === 'drawing' && drawing === null ? 'drawing' : null;
}

export async function fetchShown(wanted: Wanted, jobs: Jobs, signal: AbortSignal): Promise<Shown> {
  const { key, from } = wanted;
  if (wanted.from === 'shape') {
    const sample = await jobs.truth(wanted.category, wanted.seed, signal);
    return { key, from, picture: sample.picture, sample };
  }
  return { key, from, sample: null, ...(await foundPicture(wanted)) };
}

async function foundPicture(
  wanted: Exclude<Wanted, { readonly from: 'shape' }>,
): Promise<Pick<Shown, 'picture' | 'colours'>> {
  switch (wanted.from) {
    case 'own':
      return { picture: wanted.own.picture, colours: wanted.own.colours ?? null };
    case 'drawing':
      return { picture: pictureOfSilhouette(readDrawing(wanted.text)) };
    case 'item':
      return { picture: await loadItem(wanted.id) };
  }
}
