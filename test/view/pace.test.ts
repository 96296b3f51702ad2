import { expect, test } from 'vitest';
import { createPacer, firstPace, nextPace, WINDOW, type Pace } from '../../src/view/pace.ts';
import {
  heldLevel,
  LOWEST_LEVEL,
  qualityAt,
  qualityFor,
  swarmDrawn,
  type QualityLevel,
} from '../../src/view/quality.ts';

const through = (medians: readonly number[], from: Pace = firstPace): Pace => medians.reduce(nextPace, from);

test('slow windows step down, one level each, and no further than the lowest', () => {
  expect(through([41]).level).toBe(1);
  expect(through([41, 90]).level).toBe(2);
  expect(through([41, 90, 300]).level).toBe(LOWEST_LEVEL);
});

test('between fast and slow nothing changes, in either direction', () => {
  for (const median of [18, 25, 33.3, 40]) {
    expect(through(Array<number>(50).fill(median)).level).toBe(0);
    expect(through([41, ...Array<number>(50).fill(median)]).level).toBe(1);
  }
});

test('full speed at 60 Hz (16.7 ms) brings it back, after two fast windows in a row', () => {
  expect(through([41, 16.7]).level).toBe(1);
  expect(through([41, 16.7, 25, 16.7]).level).toBe(1);
  expect(through([41, 16.7, 16.7]).level).toBe(0);
});

test('a machine that is fast below and slow above tries ever more rarely', () => {
  let pace: Pace = firstPace;
  const trials: number[] = [];
  for (let window = 0; window < 1000; window++) {
    const next = nextPace(pace, pace.level === 0 ? 60 : 16.7);
    if (next.level < pace.level) trials.push(window);
    pace = next;
  }
  const waits = trials.map((window, i) => window - (trials[i - 1] ?? -1));
  expect(waits.slice(1, 5)).toEqual([5, 9, 17, 33]);
  // Once in 65 windows of 40 frames: less than 1 % of the time is spent above.
  expect(Math.max(...waits)).toBe(65);
});

test('only played frames count, gaps of a hidden tab do not, and a change starts a new window', () => {
  const heard: QualityLevel[] = [];
  const pacer = createPacer((level) => heard.push(level));
  let now = 0;
  const play = (frames: number, gap: number, playing = true) => {
    for (let i = 0; i < frames; i++) pacer.drawn((now += gap), playing);
  };
  play(500, 60, false);
  play(20, 5000);
  expect(heard).toEqual([]);
  play(WINDOW - 1, 60);
  expect(heard).toEqual([]);
  play(1, 60);
  expect(heard).toEqual([1]);
  // The first gap after the change is what the change cost.
  play(1, 900);
  play(2 * WINDOW, 16.7);
  expect(heard).toEqual([1, 0]);
});

test('no level changes what is true: the same samples, cells enough for a smooth bowl, a fair part of the swarm', () => {
  for (const best of [qualityFor('SwiftShader', 1280), qualityFor('GPU', 390), qualityFor('GPU', 1280)]) {
    expect(qualityAt(best, 0)).toEqual(best);
    const levels = ([0, 1, 2] as const).map((level) => qualityAt(best, level));
    for (const [i, quality] of levels.entries()) {
      expect(quality.samples).toBe(best.samples);
      expect(quality.cells).toBeGreaterThanOrEqual(128);
      expect(quality.maxPixelRatio).toBeGreaterThanOrEqual(1);
      const above = levels[i - 1];
      if (!above) continue;
      expect(quality.cells).toBeLessThanOrEqual(above.cells);
      expect(quality.maxPixelRatio).toBeLessThan(above.maxPixelRatio);
      expect(swarmDrawn(4096, quality)).toBeLessThan(swarmDrawn(4096, above));
    }
  }
  const low = qualityAt(qualityFor('GPU', 1280), 2);
  expect([16, 1024, 4096, 65536].map((count) => swarmDrawn(count, low))).toEqual([16, 1024, 1024, 16384]);
});

test('the address may hold a level', () => {
  expect(['high', 'low', null, 'best'].map(heldLevel)).toEqual([0, 2, null, null]);
});
