import type { Crew, Post } from './crew.ts';
import { createMember } from './member.ts';
import type { AnswerOf, DutyId } from './duties.ts';

/** A crew on this thread, which it blocks while a question is answered: for tests, and where no worker can be had. */
export function localCrew(size = 1): Crew {
  return {
    size,
    engage: <D extends DutyId>(duty: D, setup: unknown) =>
      Promise.all(
        Array.from({ length: size }, async (): Promise<Post<D>> => {
          const member = createMember();
          const post = await member.engage(duty, setup);
          return {
            ask: async (question) => member.ask(post, question) as AnswerOf<D>,
            leave: async () => member.leave(post),
          };
        }),
      ),
    close: () => undefined,
  };
}
