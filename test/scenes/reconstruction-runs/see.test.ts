import { expect, test, vi } from 'vitest';
import { measure } from '../../../src/reconstruction/metrics/measure.ts';
import type { Jobs } from '../../../scenes/reconstruction/jobs/jobs.ts';
import { makeSample } from '../../../src/reconstruction/sample.ts';
import { isCategory } from '../../../src/reconstruction/shapes/index.ts';
import type { Picture } from '../../../src/reconstruction/types.ts';
import { model, seenIn } from '../../../scenes/reconstruction/model.ts';
import { showOwn, showShape } from '../../../scenes/reconstruction/picture/choose.ts';
import { shownOf } from '../../../src/scene/model.ts';
import { startResults } from '../../../src/scene/startResults.ts';

const isSame = (a: Picture, b: Picture) => a.gray.every((value, i) => value === b.gray[i]);

/** The worker's side, at once, with the truth's odd half for an answer; each answer waits until it is let go. */
function fakeJobs() {
  const open: (() => void)[] = [];
  const pictures: Picture[] = [];
  const answerPoints = (count: number) =>
    Float64Array.from({ length: 3 * 1024 }, (_, i) => ((i * 7919 + count) % 1000) / 1000 - 0.5);
  const no = () => Promise.reject(new Error('not asked for'));
  const jobs: Jobs = {
    async truth(category, seed) {
      if (!isCategory(category)) throw new Error(category);
      return makeSample(category, seed);
    },
    async answer(picture, extras) {
      pictures.push(picture);
      const number = pictures.length;
      await new Promise<void>((resolve) => open.push(resolve));
      return {
        points: answerPoints(number),
        feature: new Float32Array(512),
        extras,
        milliseconds: number,
        simd: true,
        novelty: 0.5,
      };
    },
    lookUp: () => Promise.reject(new Error('no bank today')),
    measure: async (a, b) => measure(a, b),
    match: async (a) => Int32Array.from({ length: a.length / 3 }, (_, i) => i),
    ...{
      many: no,
      means: no,
      kinMap: no,
      kinPlace: no,
      kinByChamfer: no,
      kinBetween: no,
      spread: no,
      answerBeside: no,
    },
    onFetching: () => () => undefined,
    dispose: () => undefined,
  };
  return { jobs, open, pictures };
}

test('the answer to the newest picture is shown, whichever comes last', async () => {
  const session = model.open({ category: 'table', seed: 3 }, false);
  const { jobs, open, pictures } = fakeJobs();
  const results = startResults(model, session, jobs);
  await vi.waitFor(() => expect(open).toHaveLength(1));
  showShape(session, 'mug', 4);
  await vi.waitFor(() => expect(open).toHaveLength(2));
  open[1]!();
  await vi.waitFor(() => expect(seenIn(session).answer?.milliseconds).toBe(2));
  open[0]!();
  await vi.waitFor(() => expect(shownOf(session.results.picture).problem?.message).toBe('no bank today'));
  const { shown, answer, compared } = seenIn(session);
  expect(shown?.key).toBe('mug 4');
  expect(answer?.milliseconds).toBe(2);
  expect(isSame(pictures[1]!, makeSample('mug', 4).picture)).toBe(true);
  // Two samples of one surface are near, a cloud that knows nothing of it is not.
  expect(compared.floor!.chamfer).toBeLessThan(0.003);
  expect(compared.network!.chamfer).toBeGreaterThan(10 * compared.floor!.chamfer);
  results.dispose();
  expect(seenIn(session).answer).toBeNull();
});

test('an own picture has no truth; a link to one that is not here shows the sample in its place', async () => {
  const session = model.open({ picture: 'own' }, false);
  const { jobs, open } = fakeJobs();
  const results = startResults(model, session, jobs);
  await vi.waitFor(() => expect(open).toHaveLength(1));
  open[0]!();
  await vi.waitFor(() => expect(seenIn(session).shown?.from).toBe('shape'));
  showOwn(session, { id: 'mine 1', name: 'mine.png', picture: makeSample('car', 1).picture });
  await vi.waitFor(() => expect(open).toHaveLength(2));
  open[1]!();
  await vi.waitFor(() => expect(seenIn(session).shown?.key).toBe('own mine 1'));
  const { shown, truth, compared } = seenIn(session);
  expect([shown?.from, shown?.sample, truth, compared.network]).toEqual(['own', null, null, null]);
  results.dispose();
});

test('a thing that a link names to be compared is answered beside the picture, in the map’s view alone', async () => {
  const session = model.open({ category: 'table', seed: 3, beside: 'mug:10' }, false);
  const { jobs } = fakeJobs();
  const asked: Picture[] = [];
  const answerBeside: Jobs['answerBeside'] = async (picture, extras) => {
    asked.push(picture);
    const points = new Float64Array(3 * 1024);
    return { points, feature: new Float32Array(512), extras, milliseconds: 1, simd: true, novelty: null };
  };
  const results = startResults(model, session, { ...jobs, answerBeside });
  const turns = () => new Promise((resolve) => setTimeout(resolve, 20));
  await turns();
  expect(asked).toEqual([]);
  session.store.update({ view: 'kin' });
  const beside = () => shownOf(session.results.beside).value;
  await vi.waitFor(() => expect(beside()?.shown).toMatchObject({ key: 'mug 10', from: 'shape' }));
  expect(beside()?.picture).toEqual(makeSample('mug', 10).picture);
  expect(asked).toHaveLength(1);
  // Kept by hand here: it is there, with its answer, and nobody is asked again.
  const { picture, points, feature } = beside()!;
  const sample = { category: 'mug', seed: 12 };
  session.own.setState({ held: { shown: { ...beside()!.shown, key: 'mug 12', sample }, picture, points, feature } });
  session.store.update({ beside: 'mug:12' });
  await turns();
  expect([asked.length, beside()]).toEqual([1, null]);
  session.store.update({ beside: 'mug:11' });
  await vi.waitFor(() => expect(beside()?.shown.key).toBe('mug 11'));
  expect(asked).toHaveLength(2);
  results.dispose();
});
