import { expect, test } from 'vitest';
import { spread, type Post } from '../../src/jobs/crew/crew.ts';
import { localCrew } from '../../src/jobs/crew/local.ts';
import { ellipsoid } from '../registration/do-ellipsoid.ts';

/* How a crew shares questions out: posts that answer at their own pace, written for the test. */

type SweepPost = Post<'sweep'>;
type Answer = Awaited<ReturnType<SweepPost['ask']>>;
const answerOf = (index: number): Answer => [{ error: index, milliseconds: 0 }];
const questions = Array.from({ length: 12 }, (_, index) => ({ index, factors: {} }));

/** Answers after some turns of the event loop; `slow` more of them for every question. Throws at question `broken`. */
function post(slow: number, asked: number[], broken = -1): SweepPost {
  let busy = false;
  return {
    async ask({ index }) {
      expect(busy).toBe(false);
      busy = true;
      asked.push(index);
      for (let turn = 0; turn < slow; turn++) await new Promise((resume) => setTimeout(resume));
      busy = false;
      if (index === broken) throw new Error(`question ${index} broke`);
      return answerOf(index);
    },
    leave: () => Promise.resolve(),
  };
}

test('answers stand in the questions’ order, whoever gave them; a faster post is asked more; one question at a time', async () => {
  const [quick, slow]: number[][] = [[], []];
  const heard: number[] = [];
  const answers = await spread<'sweep'>([post(1, quick!), post(6, slow!)], questions, {
    onAnswer: (index, answer) => {
      expect(answer).toEqual(answerOf(index));
      heard.push(index);
    },
  });
  expect(answers).toEqual(questions.map(({ index }) => answerOf(index)));
  expect([...quick!, ...slow!].toSorted((a, b) => a - b)).toEqual(questions.map(({ index }) => index));
  expect(quick!.length).toBeGreaterThan(slow!.length);
  expect(heard.toSorted((a, b) => a - b)).toEqual(questions.map(({ index }) => index));
});

test('stopped: an AbortError, and nothing is asked afterwards', async () => {
  const stop = { aborted: false };
  const asked: number[] = [];
  const onAnswer = (index: number) => (stop.aborted ||= index === 4);
  await expect(spread<'sweep'>([post(1, asked)], questions, { stop, onAnswer })).rejects.toMatchObject({
    name: 'AbortError',
  });
  expect(asked).toEqual([0, 1, 2, 3, 4]);
});

test('a question that breaks rejects the whole, when nobody is still answering', async () => {
  const [one, two]: number[][] = [[], []];
  await expect(spread<'sweep'>([post(1, one!, 3), post(1, two!, 3)], questions)).rejects.toThrow('question 3 broke');
  const asked = one!.length + two!.length;
  await new Promise((resume) => setTimeout(resume, 20));
  expect(one!.length + two!.length).toBe(asked);
});

test('a member that is asked after it left, or before it was opened, says so', async () => {
  const { checksum, name, shape } = ellipsoid();
  const training = { samples: 10, maps: 1, seed: 1, voxel: 0.5, lambda: 1, feature: { kind: 'direct' } } as const;
  const [only] = await localCrew().engage('train-do', { training, model: { checksum, name, shape } });
  await expect(only!.ask({ kind: 'tiles' })).rejects.toThrow('open the training first');
  await only!.leave();
  await expect(only!.ask({ kind: 'tiles' })).rejects.toThrow('no post 1');
});
