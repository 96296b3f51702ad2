import { beforeAll, expect, test } from 'vitest';
import {
  alternativesOf,
  createBesideStore,
  ghostPoints,
  ghostsOf,
  readingBeside,
  shownBeside,
  toggleBeside,
} from '../../scenes/registration/runs/beside.ts';
import { pointedAt } from '../../scenes/registration/runs/pointed.ts';
import { alternativeInWords, axisOf } from '../../scenes/registration/read/alternatives.ts';
import { sayingAt } from '../../scenes/registration/say/saying.ts';
import { sentenceOf } from '../../scenes/registration/say/sentence.ts';
import { words } from '../../scenes/registration/words/index.ts';
import { addTexts } from '../../src/i18n/index.ts';
import { identity } from '../../src/math/matrix4.ts';
import { laidBy, yardstickOf } from '../../src/registration/laid.ts';
import type { Alternative, AlternativeKind } from '../../src/registration/types.ts';
import { saidText } from '../../src/ui/say/said.ts';
import { wordsOf } from '../../src/ui/useText.ts';
import { specOf, type PaneRun } from '../../scenes/registration/runs/paneRuns.ts';
import { weighedSaid } from '../../scenes/registration/read/weighed.ts';
import { table } from '../../scenes/registration/state/table.ts';
import type { Weighed } from '../../src/registration/prior.ts';
import { decodeLink, encodeLink } from '../../src/state/link.ts';
import { expectHeard } from '../ui/say/heard.ts';
import { fakeEvidence } from './registrationFakes.ts';
import { sceneOf } from './registrationRun.ts';

beforeAll(() => addTexts(words));

const alternative = (kind: AlternativeKind, of: Partial<Alternative> = {}): Alternative => ({
  ...{ kind, targetFromSource: identity(), share: 1, degrees: 0, shift: [0, 0, 0], factor: 1 },
  ...of,
});
const moved = Float64Array.of(1, 0, 0, 6, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);

const all = [
  alternative('shift', { shift: [6, 0.01, 0], targetFromSource: moved }),
  alternative('turn', { degrees: 180 }),
  alternative('mirror'),
  alternative('scale', { factor: 1.1 }),
];
const judged = (errors: readonly number[] | null = null, alternatives: readonly Alternative[] = all) =>
  fakeEvidence([{ errors, steps: 2, verdict: 'ambiguous', alternatives }], { unit: 'm' });

test('an alternative is named by what leads to it, in both languages', () => {
  const run = judged().runs[0]!;
  const said = (language: 'ja' | 'en', one: Alternative) => alternativeInWords(wordsOf(language), run, one, 0);
  expect(all.map((one) => said('en', one))).toEqual([
    '6 m along x',
    'turned by 180°',
    'a mirror image',
    'at 1.1 times the size',
  ]);
  expect(all.map((one) => said('ja', one))).toEqual(['x 方向に 6 m', '180° 回転', '鏡像', '1.1 倍の大きさ']);
  expect(said('en', alternative('shift', { shift: [3, -3, 0] }))).toBe('moved by (3, −3, 0) m');
  expect(said('en', alternative('slide', { shift: [0, 0, -2] }))).toBe('slides freely along −z');
  expect(said('en', alternative('slide'))).toBe('slides freely in one direction');
  expect(said('en', alternative('axis', { degrees: 90 }))).toBe('turns freely about an axis (here 90°)');
  expect(said('en', alternative('elsewhere', { degrees: 40, shift: [3, 4, 0] }))).toBe('40° and 5 m away');
  expect([axisOf([0, 0, 0]), axisOf([0, -1, 0.1])]).toEqual([null, '−y']);
});

test('the sentence says that it fits elsewhere too, and where', () => {
  const evidence = fakeEvidence([{ errors: null, steps: 2, verdict: 'ambiguous', alternatives: all.slice(0, 2) }], {
    unit: 'm',
  });
  const said = saidText(sentenceOf(wordsOf('en'), evidence.runs, sayingAt(evidence, 2), 2));
  expect(said).toMatch(/^ICP: Ambiguous\. .* It fits elsewhere too: 6 m along x; turned by 180°\.$/);
});

test('pressed, an alternative is on view at the end of the run and no sooner; what was found is then the ghost, and leads back', () => {
  const run = judged().runs[0]!;
  const beside = createBesideStore();
  expect(ghostsOf(run, beside.getState(), 2).map(({ index }) => index)).toEqual([0, 1, 2, 3]);
  expect(ghostsOf(run, beside.getState(), 1)).toEqual([]);
  toggleBeside(beside, run, 1);
  expect(shownBeside(run, beside.getState(), 2)).toBe(alternativesOf(run)[1]);
  expect(shownBeside(run, beside.getState(), 1.5)).toBeNull();
  expect(ghostsOf(run, beside.getState(), 2).map(({ index }) => index)).toEqual([null, 0, 2, 3]);
  toggleBeside(beside, run, null);
  expect(shownBeside(run, beside.getState(), 2)).toBeNull();
  toggleBeside(beside, run, 2);
  toggleBeside(beside, run, 2);
  expect(beside.getState().shown).toEqual({});
});

test('its numbers are those of its pose: at the pose that was found they are the run’s own', () => {
  const { runs } = sceneOf({ factors: { points: 150, outliers: 0 } });
  const [run] = runs as [(typeof runs)[0]];
  const laid = laidBy(yardstickOf(run.pair.source, run.pair.target, null), run.record);
  const { steps, poses } = run.record;
  const own = alternative('elsewhere', { targetFromSource: poses.slice(-16) });
  const start = alternative('elsewhere', { targetFromSource: poses.slice(0, 16) });
  const known = { ...run, answer: { ...run.answer, laid } };
  for (const [one, row] of [
    [own, steps],
    [start, 0],
  ] as const) {
    const { error, rmse, fitness, within } = readingBeside(known, one);
    expect([rmse, fitness, within]).toEqual([laid.rmse[row], laid.fitness[row], laid.limit]);
    expect(error).toBeCloseTo(run.answer.errors![row]! * run.pair.largestDimension, 9);
  }
});

test('ghosts are made of what belongs to the thing, and not of too much', () => {
  const { runs } = sceneOf({ factors: { points: 150, outliers: 80 } });
  expect(ghostPoints(runs[0]!)).toHaveLength(3 * 150);
});

test('a point that is pointed at: where it lies, its nearest target point and the distance, as trying all of them has it', () => {
  const { runs } = sceneOf({ factors: { points: 120, outliers: 20 } });
  const [run] = runs as [(typeof runs)[0]];
  const { points } = run.prepared.source.cloud;
  const target = run.prepared.target.cloud.points;
  for (const step of [0, run.record.steps]) {
    const pose = run.record.poses.slice(16 * step, 16 * step + 16);
    for (const index of [0, 7, 139]) {
      const found = pointedAt(run, index, pose, step)!;
      const place = [0, 4, 8].map(
        (row) => pose[row + 3]! + [0, 1, 2].reduce((sum, k) => sum + pose[row + k]! * points[3 * index + k]!, 0),
      );
      const distances = Array.from({ length: target.length / 3 }, (_, j) =>
        Math.hypot(...place.map((c, k) => c - target[3 * j + k]!)),
      );
      const least = Math.min(...distances);
      expect(found.place).toEqual(place.map((c) => expect.closeTo(c, 12) as number));
      expect(found.distance).toBeCloseTo(least, 12);
      expect(found.nearest).toBe(distances.indexOf(least));
      expect(found.nearestPlace).toEqual([...target.slice(3 * found.nearest, 3 * found.nearest + 3)]);
      expect(found.beyond).toBe(false);
    }
  }
  expect(pointedAt(run, 1e6, identity(), 0)).toBeNull();
  run.record.limit[0] = 1e-6;
  expect(pointedAt(run, 0, run.record.poses.slice(0, 16), 0)!.beyond).toBe(true);
});

test('what was weighed is said with the numbers that were weighed, for every outcome and in both languages', () => {
  const candidate = (fitness: number) => ({ fitness, agreement: 0.9, score: 1, targetFromSource: identity() });
  for (const language of ['ja', 'en'] as const) {
    for (const why of ['agree', 'start-fits', 'start-scores', 'start-loose', 'not-given', 'clearly-better'] as const) {
      const [run] = judged().runs as [PaneRun];
      const weighed: Weighed = {
        ...{ prior: 'try', given: true, kept: 'start', why, start: candidate(0.31), global: candidate(0.62) },
        ...{ apart: null, margin: { score: 1, agreement: 0 } },
      };
      const leftOut = { source: { removed: 12, of: 340 }, target: null };
      const told = weighedSaid(wordsOf(language), { ...run, answer: { ...run.answer, weighed, leftOut } });
      expectHeard(told, words[language], ({ of, what }) => {
        expect(of).toBe(run.key);
        return { 'weighed start': 31, 'weighed global': 62, 'left out source removed': 12, 'left out source of': 340 }[
          what
        ];
      });
      expect(saidText(told)).toMatch(/340/);
    }
  }
  expect(weighedSaid(wordsOf('en'), judged().runs[0]!)).toEqual([]);
});

test('only a method that weighs its start is told what to make of it, and a link keeps it', () => {
  const { overrides } = decodeLink(table.rules, 'v=1&scene=registration&m=auto~gicp&prior=trust');
  const state = table.rules.resolve(overrides);
  const { pair } = judged().runs[0]!;
  expect(state.panes.map((pane) => specOf(state, pane, pair).start)).toEqual(['trust', 'try']);
  expect(encodeLink(table.rules, overrides)).toContain('prior=trust');
  expect(table.rules.resolve({}).prior).toBe('try');
});
