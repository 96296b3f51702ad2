import type { Points } from '../../../src/clouds/types.ts';
import { everyOther } from '../../../src/reconstruction/everyOther.ts';
import type { Extras } from '../../../src/reconstruction/network/extras.ts';
import type { Measures } from '../../../src/reconstruction/metrics/measure.ts';
import { ANSWER_POINTS, type Picture } from '../../../src/reconstruction/types.ts';
import type { AskingOf } from '../../../src/scene/results/types.ts';
import type { Answer, LookUp } from '../jobs/api.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { placeOf, pointsOn, waitingPlace, type PicturePlace } from './plane.ts';
import { fetchShown, type Shown, type Wanted } from './shown.ts';

/** Answer against truth, look-up against truth, two samples of the truth; `apart`: answer against look-up, where there is no truth. */
export interface Compared {
  readonly network: Measures | null;
  readonly lookup: Measures | null;
  readonly floor: Measures | null;
  readonly apart: Measures | null;
}

/** All of one picture: its parts come one after another. null: not (yet). */
export interface Seen {
  readonly shown: Shown | null;
  /** 1,024 even places of the truth; null: there is none. */
  readonly truth: Points | null;
  readonly answer: Answer | null;
  /** The picture's plane behind the points. */
  readonly place: PicturePlace | null;
  /** Where on the plane each point of the answer starts from. */
  readonly start: Points | null;
  readonly lookup: LookUp | null;
  readonly compared: Compared;
}

export const nothingCompared: Compared = { network: null, lookup: null, floor: null, apart: null };

export const nothingSeen: Seen = {
  shown: null,
  truth: null,
  answer: null,
  place: null,
  start: null,
  lookup: null,
  compared: nothingCompared,
};

/** The picture before stays so long, milliseconds, so that dragging a seed does not flicker; then its own picture stands there, waiting. */
const PATIENCE = 300;

/** What is shown, and what is done for its answer. */
export type Asked = Wanted & { readonly extras: Extras };

/** Picture, answer, comparisons, look-up. Where the look-up cannot be had, all else is there. */
export async function see(wanted: Asked, jobs: Jobs, { signal }: AskingOf, emit: (seen: Seen) => void): Promise<Seen> {
  const shown = await fetchShown(wanted, jobs, signal);
  const truth = shown.sample && everyOther(shown.sample.points, 0);
  let seen: Seen = { ...nothingSeen, shown, truth, place: truth ? placeOf(truth) : waitingPlace };
  const put = (patch: Partial<Seen>) => emit((seen = { ...seen, ...patch }));
  const compare = (patch: Partial<Compared>) => put({ compared: { ...seen.compared, ...patch } });
  const waiting = setTimeout(() => put({}), PATIENCE);
  try {
    const answer = await jobs.answer(shown.picture, wanted.extras, signal);
    const place = truth ? placeOf(truth) : placeOf(answer.points);
    const start = await startOf(place, shown.picture, answer.points, jobs, signal);
    clearTimeout(waiting);
    put({ answer, start, place });
    if (shown.sample && truth) {
      compare({ network: await jobs.measure(answer.points, truth, signal) });
      compare({ floor: await jobs.measure(everyOther(shown.sample.points, 1), truth, signal) });
    }
    const lookup = await jobs.lookUp(shown.picture, signal);
    put({ lookup });
    if (truth) compare({ lookup: await jobs.measure(lookup.points, truth, signal) });
    else compare({ apart: await jobs.measure(answer.points, lookup.points, signal) });
    return seen;
  } catch (error) {
    // What there is of it stands beside what went wrong.
    put({});
    throw error;
  } finally {
    clearTimeout(waiting);
  }
}

/** The bijection makes each point go where it is nearest: nothing crosses over. */
async function startOf(place: PicturePlace, picture: Picture, points: Points, jobs: Jobs, signal: AbortSignal) {
  const flat = pointsOn(place, picture, ANSWER_POINTS);
  const partner = await jobs.match(points, flat, signal);
  const start = new Float64Array(points.length);
  partner.forEach((j, i) => start.set(flat.subarray(3 * j, 3 * j + 3), 3 * i));
  return start;
}
