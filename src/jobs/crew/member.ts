import { duties, type DutyId } from './duties.ts';

/** What a crew's worker answers to, over whatever wire. */
export interface MemberApi {
  /** It is up. */
  hello(): void;
  /** Takes up a duty; answers the number by which it is asked from then on. */
  engage(duty: DutyId, setup: unknown): Promise<number>;
  ask(post: number, question: unknown): unknown;
  leave(post: number): void;
}

/** A member: it knows every duty and holds what it was set up with. */
export function createMember(): MemberApi {
  const posts = new Map<number, (question: never) => unknown>();
  let opened = 0;
  return {
    hello: () => undefined,
    async engage(duty, setup) {
      // The setup's type belongs to the duty's name: `Crew.engage` has checked that they fit.
      const take = duties[duty] as (setup: unknown) => Promise<(question: never) => unknown>;
      posts.set(++opened, await take(setup));
      return opened;
    },
    ask(post, question) {
      const answer = posts.get(post);
      if (!answer) throw new Error(`there is no post ${post} any more`);
      return answer(question as never);
    },
    leave(post) {
      posts.delete(post);
    },
  };
}
