import type { ReconstructionJobs } from '../../../src/jobs/reconstruction/client.ts';
import { reconstructionDefaults, reconstructionParams } from '../state/defaults.ts';
import type { ReconstructionState } from '../state/types.ts';
import { loadItem } from './gallery.ts';
import type { Own } from './own.ts';
import type { Shown } from './results.ts';

/** What a state shows, before anything of it is there. */
export type Wanted =
  | { readonly key: string; readonly from: 'shape'; readonly category: string; readonly seed: number }
  | { readonly key: string; readonly from: 'item'; readonly id: string }
  | { readonly key: string; readonly from: 'own'; readonly own: NonNullable<Own['picture']> };

/** A link to an own picture that is not on this machine shows the sample instead: see `ownIsMissing`. */
export function wantedOf({ picture, category, seed }: ReconstructionState, own: Own): Wanted {
  if (picture === 'own' && own.picture) return { key: `own ${own.picture.id}`, from: 'own', own: own.picture };
  if (picture === 'own') return shape(reconstructionDefaults.category, reconstructionParams.seed.default);
  if (picture !== 'shape') return { key: `item ${picture}`, from: 'item', id: picture };
  return shape(category, seed);
}

const shape = (category: string, seed: number): Wanted => ({
  key: `${category} ${seed}`,
  from: 'shape',
  category,
  seed,
});

export function ownIsMissing({ picture }: ReconstructionState, own: Own): boolean {
  return picture === 'own' && own.picture === null;
}

export async function fetchShown(wanted: Wanted, jobs: ReconstructionJobs): Promise<Shown> {
  const { key, from } = wanted;
  if (wanted.from === 'shape') {
    const sample = await jobs.truth(wanted.category, wanted.seed);
    return { key, from, picture: sample.picture, sample };
  }
  return { key, from, picture: wanted.from === 'own' ? wanted.own.picture : await loadItem(wanted.id), sample: null };
}
