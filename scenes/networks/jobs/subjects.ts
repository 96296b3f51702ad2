import { transfer, type Remote } from 'comlink';
import type { Asker } from '../../../src/jobs/asking.ts';
import type { Holds } from '../../../src/jobs/holding.ts';
import type { Run } from '../run/types.ts';
import type { AsideApi } from './api.ts';
import type { Kept, SubjectOf } from './kept.ts';

/** Bytes of weights that go to the worker at a time: a copy that holds the page for a millisecond or two. A large run has 80 MB. */
const PIECE = 2 ** 21;

/** Weights go as copies, for a run shares its arrays with its next part. */
export const holds: Holds<AsideApi, Kept> = {
  keep(api: Remote<AsideApi>, id, thing) {
    if (thing.kind === 'samples') return api.keep(id, thing);
    const weights = thing.weights.slice();
    return api.keep(id, transfer({ ...thing, weights }, [weights.buffer]));
  },
  forget: (api, id) => api.forget(id),
};

/** What a look is about, without the arrays: the worker gets these once, piece by piece, and keeps them while it is the newest run that it is asked about. */
export function createSubjects({ keep, forget }: Pick<Asker<AsideApi, Kept>, 'keep' | 'forget'>) {
  const names = new WeakMap<object, string>();
  let kept = new Map<string, Kept>();
  let named = 0;
  const nameOf = (thing: object): string => {
    const name = names.get(thing) ?? String(++named);
    names.set(thing, name);
    return name;
  };

  return ({ network, data, tracks }: Run): { readonly subject: SubjectOf; readonly uses: readonly string[] } => {
    const now = new Map<string, Kept>();
    const put = (id: string, thing: () => Kept) => now.set(id, kept.get(id) ?? thing());
    const samples = nameOf(data.train);
    put(samples, () => ({ kind: 'samples', samples: data.train }));
    const traces = tracks.map(({ id, count, weights, trainLoss, running }) => {
      // All parts of a training lie in one buffer.
      const of = nameOf(weights.buffer);
      const room = weights.buffer.byteLength / weights.BYTES_PER_ELEMENT;
      const size = weights.length / count;
      const rows = Math.max(1, Math.floor(PIECE / (weights.BYTES_PER_ELEMENT * size)));
      for (let from = 0; from < count; from += rows) {
        const [at, end] = [from * size, Math.min(from + rows, count) * size];
        put(`${of}.${at}.${end}`, () => ({ kind: 'weights', of, room, at, weights: weights.subarray(at, end) }));
      }
      return { id, count, trainLoss: trainLoss.slice(), running, of, length: weights.length };
    });
    for (const id of kept.keys()) if (!now.has(id)) forget(id);
    for (const [id, thing] of now) if (!kept.has(id)) keep(id, thing);
    kept = now;
    return { subject: { network, samples, traces }, uses: [...now.keys()] };
  };
}
