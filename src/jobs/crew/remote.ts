import type { Remote } from 'comlink';
import { openWorker, type RemoteWorker } from '../remote.ts';
import { allOf, type Crew, type Post } from './crew.ts';
import type { MemberApi } from './member.ts';
import type { AnswerOf, DutyId, QuestionOf } from './duties.ts';

/** A crew of workers that hold a MemberApi each. Throws WorkerBrokenError when one does not come up, and then none stays. */
export async function openCrew(size: number, spawn: () => Worker): Promise<Crew> {
  const ending = new AbortController();
  const greet = (api: Remote<MemberApi>) => api.hello();
  let members: RemoteWorker<MemberApi>[];
  try {
    members = await allOf(Array.from({ length: size }, () => openWorker<MemberApi>(spawn, greet, ending.signal)));
  } catch (error) {
    ending.abort();
    throw error;
  }
  return {
    size,
    engage: <D extends DutyId>(duty: D, setup: unknown) =>
      allOf(
        members.map(async ({ api, alive }): Promise<Post<D>> => {
          const post = await alive(api.engage(duty, setup));
          return {
            ask: (question: QuestionOf<D>) => alive(api.ask(post, question) as Promise<AnswerOf<D>>),
            leave: () => alive(api.leave(post)),
          };
        }),
      ),
    close() {
      for (const { kill } of members) kill('the crew was closed');
    },
  };
}
