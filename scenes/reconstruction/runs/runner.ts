import type { Points } from '../../../src/clouds/types.ts';
import type { Answer } from '../../../src/jobs/reconstruction/api.ts';
import type { ReconstructionJobs } from '../../../src/jobs/reconstruction/client.ts';
import { ANSWER_POINTS } from '../../../src/reconstruction/types.ts';
import { everyOther } from '../../../src/reconstruction/everyOther.ts';
import { placeOf, pointsOn, waitingPlace, type PicturePlace } from './plane.ts';
import { noResults, type Compared, type Results, type Shown } from './results.ts';
import type { ReconstructionSession } from './session.tsx';
import { fetchShown, wantedOf } from './shown.ts';

/** The picture before stays so long, milliseconds, so that dragging a seed does not flicker; then its own picture stands there, waiting. */
const PATIENCE = 300;

export interface Runner {
  /** Tries again what could not be had. */
  retry(): void;
  dispose(): void;
}

/** Keeps `session.results` in step with the state: picture, answer, look-up, comparisons. The newest picture wins. */
export function startRunner(session: ReconstructionSession, jobs: ReconstructionJobs): Runner {
  const { store, results, own } = session;
  let asked: string | null = null;
  let ending = new AbortController();

  async function compute(key: string): Promise<void> {
    ending.abort();
    ending = new AbortController();
    const { signal } = ending;
    const put = (patch: Partial<Results>) => {
      if (!signal.aborted) results.setState(patch);
    };
    let shown: Shown;
    try {
      shown = await fetchShown(wantedOf(store.get().state, own.getState()), jobs);
    } catch (error) {
      put({ ...noResults, failure: messageOf(error) });
      return;
    }
    if (signal.aborted || shown.key !== key) return;
    const truth = shown.sample && everyOther(shown.sample.points, 0);
    const bare = { ...noResults, shown, truth, place: truth ? placeOf(truth) : waitingPlace };
    const waiting = setTimeout(() => put({ ...bare, fetching: results.getState().fetching }), PATIENCE);
    try {
      const answer = await jobs.answer(shown.picture, signal);
      const place = truth ? bare.place : placeOf(answer.points);
      const start = await startOf(place, shown, answer, signal);
      clearTimeout(waiting);
      put({ ...bare, answer, start, place });
      await compareAll(shown, truth, answer, signal, put);
    } catch (error) {
      clearTimeout(waiting);
      if (!isAbort(error)) put({ ...bare, failure: messageOf(error) });
    }
  }

  /** The bijection makes each point go where it is nearest: nothing crosses over. */
  async function startOf(place: PicturePlace, { picture }: Shown, { points }: Answer, signal: AbortSignal) {
    const flat = pointsOn(place, picture, ANSWER_POINTS);
    const partner = await jobs.match(points, flat, signal);
    const start = new Float64Array(points.length);
    partner.forEach((j, i) => start.set(flat.subarray(3 * j, 3 * j + 3), 3 * i));
    return start;
  }

  async function compareAll(
    { picture, sample }: Shown,
    truth: Points | null,
    answer: Answer,
    signal: AbortSignal,
    put: (patch: Partial<Results>) => void,
  ): Promise<void> {
    const add = (patch: Partial<Compared>) => put({ compared: { ...results.getState().compared, ...patch } });
    if (truth && sample) {
      add({ network: await jobs.measure(answer.points, truth, signal) });
      add({ floor: await jobs.measure(everyOther(sample.points, 1), truth, signal) });
    }
    try {
      const lookup = await jobs.lookUp(picture, signal);
      put({ lookup });
      add(
        truth
          ? { lookup: await jobs.measure(lookup.points, truth, signal) }
          : { apart: await jobs.measure(answer.points, lookup.points, signal) },
      );
    } catch (error) {
      if (isAbort(error)) throw error;
      put({ lookupFailure: messageOf(error) });
    }
  }

  function update(): void {
    const { key } = wantedOf(store.get().state, own.getState());
    if (key === asked) return;
    asked = key;
    void compute(key);
  }

  const ends = [
    store.subscribe(update),
    own.subscribe(update),
    jobs.onFetching((fetching) => results.setState({ fetching })),
  ];
  update();
  return {
    retry() {
      asked = null;
      update();
    },
    dispose() {
      ending.abort();
      for (const end of ends) end();
      results.setState(noResults);
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
