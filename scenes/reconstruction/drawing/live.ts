import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Points } from '../../../src/clouds/types.ts';
import { newestWins } from '../../../src/jobs/newestWins.ts';
import type { Mask } from '../../../src/reconstruction/cutout/types.ts';
import { bare, full } from '../../../src/reconstruction/network/extras.ts';
import type { Picture } from '../../../src/reconstruction/types.ts';
import { isAbort } from '../../../src/scene/results/results.ts';
import type { LookUp } from '../jobs/api.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { remarkOn, sightOf, type Lack, type Remark } from './remarks.ts';

/** What stands beside the pen. */
export interface Beside {
  /** The newest answer, 1,024 × 3 in the viewer's frame; null: there is nothing to answer. */
  readonly points: Points | null;
  /** The answer as the page gives it, with all that is done for it beyond the layers: laid in while the pen rests. */
  readonly detail: Points | null;
  /** The training shape with the most similar outline, while the pen rests. */
  readonly like: Pick<LookUp, 'category' | 'mirrored'> | null;
  readonly lack: Lack | null;
  readonly remark: Remark | null;
  /** The pen rests, or is up. */
  readonly rests: boolean;
  /** Why there is no answer. */
  readonly failure: string | null;
}

const nothing: Beside = {
  ...{ points: null, detail: null, like: null, lack: 'blank', remark: null, rests: false, failure: null },
};

/** How long the pen is still before the answer is looked at from all sides, milliseconds. */
export const REST_MILLISECONDS = 450;

export interface Live {
  readonly beside: StoreApi<Beside>;
  /** Something has been drawn. `read` gives the canvas as it is when its turn comes: there is never a queue, and nothing is prepared for an answer that nobody waits for. */
  follow(read: () => Mask): void;
  dispose(): void;
}

/** Answers what is being drawn: one question is under way, the newest waits. */
export function createLive(jobs: Pick<Jobs, 'answer' | 'lookUp'>): Live {
  const beside = createStore<Beside>(() => nothing);
  const ending = new AbortController();
  const { signal } = ending;
  let rest = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const put = (patch: Partial<Beside>) => {
    if (!signal.aborted) beside.setState(patch);
  };
  const inTurn = newestWins((work: () => Promise<void>) => work());
  const ask = (work: () => Promise<void>) => {
    inTurn(work, signal).catch((error: unknown) => {
      if (isAbort(error)) return;
      put({ failure: error instanceof Error ? error.message : String(error) });
    });
  };
  const answer = async (mask: Mask) => {
    const { picture, lack } = sightOf(mask);
    if (!picture) {
      put({ points: null, detail: null, like: null, lack, failure: null });
      return;
    }
    const { points } = await jobs.answer(picture, bare, signal);
    put({ points, lack, failure: null });
  };
  const lookLonger = async (mask: Mask, rest: AbortSignal) => {
    put({ rests: true, remark: remarkOn(mask) });
    const { picture } = sightOf(mask);
    if (!picture) return;
    const { points } = await jobs.answer(picture, full, rest);
    put({ detail: points });
    put({ like: await likeOf(picture, rest) });
  };
  /** null: not to be had, which the answer does without. */
  const likeOf = async (picture: Picture, rest: AbortSignal): Promise<Beside['like']> => {
    try {
      const { category, mirrored } = await jobs.lookUp(picture, rest);
      return { category, mirrored };
    } catch (error) {
      if (isAbort(error)) throw error;
      return null;
    }
  };
  return {
    beside,
    follow(read) {
      // Drawn on: what rest was used for is of another picture, and the answer waits for none of it.
      rest.abort();
      clearTimeout(timer);
      put({ rests: false, detail: null, like: null, remark: null });
      ask(() => answer(read()));
      timer = setTimeout(() => {
        rest = new AbortController();
        const { signal: still } = rest;
        ask(() => lookLonger(read(), still));
      }, REST_MILLISECONDS);
    },
    dispose() {
      clearTimeout(timer);
      rest.abort();
      ending.abort();
    },
  };
}
