import type { Samples } from '../../../src/networks/types.ts';
import type { Subject, Trace } from '../landscape/compute.ts';

/** What the worker keeps: a data set, or some records of a track, whose place in the track's `room` numbers begins at `at`. */
export type Kept =
  | { readonly kind: 'samples'; readonly samples: Samples }
  | {
      readonly kind: 'weights';
      readonly of: string;
      readonly room: number;
      readonly at: number;
      readonly weights: Float64Array;
    };

/** A `Subject` whose arrays are kept: the samples by their id, of each track the first `length` numbers of what it is `of`. */
export interface SubjectOf extends Omit<Subject, 'samples' | 'traces'> {
  readonly samples: string;
  readonly traces: readonly (Omit<Trace, 'weights'> & { readonly of: string; readonly length: number })[];
}

/** The worker's own: pieces of a track lie in one array, so that a subject is a view of it. */
export function createKept() {
  const sets = new Map<string, Samples>();
  const rooms = new Map<string, { readonly weights: Float64Array; readonly pieces: Set<string> }>();

  return {
    keep(id: string, thing: Kept): void {
      if (thing.kind === 'samples') {
        sets.set(id, thing.samples);
        return;
      }
      const { of, room: length, at, weights } = thing;
      const room = rooms.get(of) ?? { weights: new Float64Array(length), pieces: new Set() };
      rooms.set(of, room);
      room.weights.set(weights, at);
      room.pieces.add(id);
    },
    forget(id: string): void {
      sets.delete(id);
      for (const [of, { pieces }] of rooms) if (pieces.delete(id) && pieces.size === 0) rooms.delete(of);
    },
    subject({ network, samples, traces }: SubjectOf): Subject {
      const set = sets.get(samples);
      if (!set) throw new Error('these samples were not put to be kept');
      return {
        ...{ network, samples: set },
        traces: traces.map(({ of, length, ...trace }) => {
          const room = rooms.get(of);
          if (!room) throw new Error('these weights were not put to be kept');
          return { ...trace, weights: room.weights.subarray(0, length) };
        }),
      };
    },
  };
}
