import { expect, test, vi } from 'vitest';
import { measure } from '../../../src/jobs/reconstruction/measure.ts';
import type { ReconstructionJobs } from '../../../src/jobs/reconstruction/client.ts';
import { makeSample } from '../../../src/reconstruction/sample.ts';
import { isCategory } from '../../../src/reconstruction/shapes/index.ts';
import type { Picture } from '../../../src/reconstruction/types.ts';
import { startRunner } from '../../../scenes/reconstruction/runs/runner.ts';
import { openReconstruction, showOwn, showShape } from '../../../scenes/reconstruction/runs/session.tsx';

const isSame = (a: Picture, b: Picture) => a.gray.every((value, i) => value === b.gray[i]);

/** The worker's side, at once, with the truth's odd half for an answer; each answer waits until it is let go. */
function fakeJobs() {
  const open: (() => void)[] = [];
  const pictures: Picture[] = [];
  const answerPoints = (count: number) =>
    Float64Array.from({ length: 3 * 1024 }, (_, i) => ((i * 7919 + count) % 1000) / 1000 - 0.5);
  const jobs: ReconstructionJobs = {
    async truth(category, seed) {
      if (!isCategory(category)) throw new Error(category);
      return makeSample(category, seed);
    },
    async answer(picture) {
      pictures.push(picture);
      const number = pictures.length;
      await new Promise<void>((resolve) => open.push(resolve));
      return { points: answerPoints(number), feature: new Float32Array(512), milliseconds: number, novelty: 0.5 };
    },
    lookUp: () => Promise.reject(new Error('no bank today')),
    measure: async (a, b) => measure(a, b),
    match: async (a) => Int32Array.from({ length: a.length / 3 }, (_, i) => i),
    many: () => Promise.reject(new Error('not asked for')),
    onFetching: () => () => undefined,
    dispose: () => undefined,
  };
  return { jobs, open, pictures };
}

test('the answer to the newest picture is shown, whichever comes last', async () => {
  const session = openReconstruction({ category: 'table', seed: 3 }, false);
  const { jobs, open, pictures } = fakeJobs();
  const runner = startRunner(session, jobs);
  await vi.waitFor(() => expect(open).toHaveLength(1));
  showShape(session, 'mug', 4);
  await vi.waitFor(() => expect(open).toHaveLength(2));
  open[1]!();
  await vi.waitFor(() => expect(session.results.getState().answer?.milliseconds).toBe(2));
  open[0]!();
  await vi.waitFor(() => expect(session.results.getState().lookupFailure).toBe('no bank today'));
  const { shown, answer, compared } = session.results.getState();
  expect(shown?.key).toBe('mug 4');
  expect(answer?.milliseconds).toBe(2);
  expect(isSame(pictures[1]!, makeSample('mug', 4).picture)).toBe(true);
  // Two samples of one surface are near, a cloud that knows nothing of it is not.
  expect(compared.floor!.chamfer).toBeLessThan(0.003);
  expect(compared.network!.chamfer).toBeGreaterThan(10 * compared.floor!.chamfer);
  runner.dispose();
  expect(session.results.getState().answer).toBeNull();
});

test('an own picture has no truth; a link to one that is not here shows the sample in its place', async () => {
  const session = openReconstruction({ picture: 'own' }, false);
  const { jobs, open } = fakeJobs();
  const runner = startRunner(session, jobs);
  await vi.waitFor(() => expect(open).toHaveLength(1));
  open[0]!();
  await vi.waitFor(() => expect(session.results.getState().shown?.from).toBe('shape'));
  showOwn(session, { id: 'mine 1', name: 'mine.png', picture: makeSample('car', 1).picture });
  await vi.waitFor(() => expect(open).toHaveLength(2));
  open[1]!();
  await vi.waitFor(() => expect(session.results.getState().shown?.key).toBe('own mine 1'));
  const { shown, truth, compared } = session.results.getState();
  expect([shown?.from, shown?.sample, truth, compared.network]).toEqual(['own', null, null, null]);
  runner.dispose();
});
