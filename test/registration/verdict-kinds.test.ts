import { describe, expect, it } from 'vitest';
import { identity, isRigid, type Matrix4 } from '../../src/math/matrix4.ts';
import { auto } from '../../src/registration/auto.ts';
import { gatherEvidence } from '../../src/registration/evidence.ts';
import { prepare } from '../../src/registration/prepare.ts';
import { nullRecorder } from '../../src/registration/recorder.ts';
import type { Judgement } from '../../src/registration/types.ts';
import { judge } from '../../src/registration/verdict.ts';
import { kinds } from '../../tools/registration/kinds/index.ts';
import { isRight, type Pair } from '../../tools/registration/kinds/kind.ts';

/* Constructed pairs of tools/registration/kinds, each judged at a pose whose truth is known; what `auto` makes of all of them stands in tools/registration/verdict-table.mjs. */

function pairOf(id: string, seed: number, index = 0): Pair {
  return kinds.find((kind) => kind.id === id)!.pair(seed, index);
}

function judged(pair: Pair, targetFromSource: Matrix4): Judgement {
  return judge(gatherEvidence(prepare(pair), { targetFromSource, converged: true }, { aborted: false }));
}

function found({ source, target }: Pair, seed: number) {
  const problem = { source, target, init: identity() };
  return auto(problem, { seed, voxel: null, maxDistance: null }, nullRecorder, { aborted: false });
}

/** Slow where many work on one machine. */
const PATIENCE = 90_000;

describe('auto', { timeout: PATIENCE }, () => {
  const shifted = pairOf('colonnade + landmark', 21);

  it('goes on to where the statue stands in both scans, which the larger overlap had hidden, seed 21', () => {
    const { targetFromSource, judgement, weighed } = found(shifted, 21);
    expect(isRight(targetFromSource, shifted)).toBe(true);
    expect(judgement).toMatchObject({ verdict: 'good', reason: 'agrees' });
    expect(weighed).toMatchObject({ kept: 'global', why: 'clearly-better' });
    expect(weighed!.global!.targetFromSource).toEqual(targetFromSource);
  });

  it('stays with a start that it was told to trust, and doubts it, seed 21', () => {
    const problem = { source: shifted.source, target: shifted.target, init: shifted.given[0]! };
    const told = { seed: 21, voxel: null, maxDistance: null, start: 'trust', given: true } as const;
    const { targetFromSource, judgement } = auto(problem, told, nullRecorder, { aborted: false });
    expect(isRight(targetFromSource, { ...shifted, truths: [shifted.given[0]!] })).toBe(true);
    expect(judgement).toMatchObject({ verdict: 'doubtful', reason: 'starts-disagree' });
  });
});

describe('the verdict', { timeout: PATIENCE }, () => {
  it('leaves a colonnade with a statue in both scans where it is, and finds it there from three columns off, seed 5', () => {
    const pair = pairOf('colonnade + landmark', 5);
    expect(judged(pair, pair.truths[0]!)).toMatchObject({ verdict: 'good', alternatives: [] });
    const shifted = judged(pair, pair.given[0]!);
    expect(shifted).toMatchObject({ verdict: 'doubtful', reason: 'starts-disagree' });
    expect(shifted.alternatives.some(({ targetFromSource }) => isRight(targetFromSource, pair))).toBe(true);
  });

  it('cannot tell the columns of a bare colonnade apart, and says by how much it may be shifted, seed 5', () => {
    const pair = pairOf('colonnade', 5);
    const { verdict, alternatives } = judged(pair, pair.truths[0]!);
    expect(verdict).toBe('ambiguous');
    const shifts = alternatives.filter(({ kind }) => kind === 'shift');
    expect(shifts.length).toBeGreaterThan(0);
    for (const { targetFromSource } of shifts) expect(isRight(targetFromSource, pair)).toBe(true);
  });

  it('names half turns of a cuboid, seed 5', () => {
    const pair = pairOf('cuboid', 5);
    const { verdict, reason, alternatives } = judged(pair, pair.truths[0]!);
    expect([verdict, reason]).toEqual(['ambiguous', 'turned']);
    expect(alternatives).toHaveLength(3);
    for (const { degrees, targetFromSource } of alternatives) {
      expect(degrees).toBeGreaterThan(178);
      expect(isRight(targetFromSource, pair)).toBe(true);
    }
  });

  it.each([
    ['cylinder', 'turns-freely'],
    ['corridor', 'slides-freely'],
  ])('says what is free of a %s, seed 5', (id, reason) => {
    const pair = pairOf(id, 5);
    expect(judged(pair, pair.truths[0]!)).toMatchObject({ verdict: 'ambiguous', reason });
  });

  it.each([
    [1.1, 2],
    [0.95, 3],
    [1.02, 4],
  ])('sees that a thing %d times as large fits better in its own size, seed 5', (factor, index) => {
    const pair = pairOf('scaled', 5, index);
    expect(pair.factor).toBe(factor);
    const { verdict, reason, values } = judged(pair, pair.given[0]!);
    expect(verdict).not.toBe('good');
    expect(reason).toBe('scaled');
    // To a percent: sizes nearer than 0.8 % count as one.
    expect(Math.abs(values['factor']! * factor - 1)).toBeLessThan(0.01);
  });

  it('sees that a lump is the mirror image of another, seed 5', () => {
    const pair = pairOf('mirrored', 5);
    const { targetFromSource, judgement } = found(pair, 1);
    expect(judgement).toMatchObject({ verdict: 'failed', reason: 'mirrored' });
    expect(isRigid(targetFromSource, 1e-9)).toBe(true);
    expect(isRigid(judgement.alternatives[0]!.targetFromSource, 1e-9)).toBe(false);
  });

  it('says the same of a cuboid for six seeds, on clouds of seed 5', () => {
    const pair = pairOf('cuboid', 5);
    for (let seed = 1; seed <= 6; seed++) {
      expect(found(pair, seed).judgement, `seed ${seed}`).toMatchObject({ verdict: 'ambiguous', reason: 'turned' });
    }
  });

  it.each([
    ['facade', 2, 'shifted'],
    ['two sides', 0, 'turned'],
  ])('says of the right pose of what fits in two places that it does: %s %d, seed 21', (id, index, reason) => {
    const pair = pairOf(id, 21, index);
    expect(judged(pair, pair.truths[0]!)).toMatchObject({ verdict: 'ambiguous', reason });
  });

  it('sees a part that is 0.95 times as large though little of it gets nearer, seed 21', () => {
    const pair = pairOf('scaled', 21, 2);
    expect(pair.factor).toBe(0.95);
    expect(found(pair, 21).judgement).toMatchObject({ verdict: 'doubtful', reason: 'scaled' });
  });

  it('does not call a room good that lies on its other end, seed 21', () => {
    const pair = pairOf('room from two ends', 21, 3);
    const { targetFromSource, judgement } = found(pair, 21);
    expect(isRight(targetFromSource, pair) || judgement.verdict !== 'good').toBe(true);
    expect(judged(pair, pair.given[0]!).verdict).not.toBe('good');
  });

  it('calls right poses of distinct things good, whole and in part, seed 5', () => {
    for (const id of ['right, whole', 'right, partial', 'mirrored twin']) {
      const pair = pairOf(id, 5);
      expect(judged(pair, pair.truths[0]!), id).toMatchObject({ verdict: 'good', reason: 'agrees' });
    }
  });
});
