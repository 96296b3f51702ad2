import type { Stop } from '../../registration/types.ts';
import { abortError } from '../newestWins.ts';
import type { AnswerOf, DutyId, QuestionOf, SetupOf } from './duties.ts';

/** Several workers that share one piece of work: the page's Web Workers, Node's threads, or only this thread. */
export interface Crew {
  readonly size: number;
  /** Every member takes up the duty; the setup is copied to each. Rejects when a member cannot. */
  engage<D extends DutyId>(duty: D, setup: SetupOf<D>): Promise<readonly Post<D>[]>;
  /** Ends the members; what still waits for them rejects. */
  close(): void;
}

/** One member at its duty. It answers one question at a time, in the order in which they were asked. */
export interface Post<D extends DutyId> {
  ask(question: QuestionOf<D>): Promise<AnswerOf<D>>;
  /** Forgets what it holds for the duty. */
  leave(): Promise<void>;
}

export interface SpreadOptions<D extends DutyId> {
  readonly stop?: Stop | undefined;
  /** In no particular order. */
  readonly onAnswer?: ((index: number, answer: AnswerOf<D>) => void) | undefined;
}

/**
 * Each question goes to whichever post is free; the answers come in the questions' order, so the size of the crew does not show in them.
 * Looks at `stop` between questions, and rejects with an AbortError.
 */
export async function spread<D extends DutyId>(
  posts: readonly Post<D>[],
  questions: readonly QuestionOf<D>[],
  { stop, onAnswer }: SpreadOptions<D> = {},
): Promise<AnswerOf<D>[]> {
  const answers = new Array<AnswerOf<D>>(questions.length);
  let next = 0;
  await allOf(
    posts.map(async (post) => {
      while (next < questions.length) {
        throwIfStopped(stop);
        const index = next++;
        const answer = await post.ask(questions[index]!);
        answers[index] = answer;
        onAnswer?.(index, answer);
      }
    }),
  );
  return answers;
}

export function throwIfStopped(stop: Stop | undefined): void {
  if (stop?.aborted) throw abortError('stopped');
}

/** Like Promise.all, but it rejects only when all have ended: nobody is still asking when the caller goes on. */
export async function allOf<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}
