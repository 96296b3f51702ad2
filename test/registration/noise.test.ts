import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleMesh } from '../../src/clouds/sampleMesh.ts';
import { voxelDownsample } from '../../src/clouds/voxel.ts';
import { readCloud } from '../../src/io/clouds/read.ts';
import { identity, multiply, poseError, transformPoints } from '../../src/math/matrix4.ts';
import { createRng } from '../../src/math/rng.ts';
import { auto } from '../../src/registration/auto.ts';
import { withoutNoise } from '../../src/registration/noise.ts';
import { prepare } from '../../src/registration/prepare.ts';
import { nullRecorder } from '../../src/registration/recorder.ts';
import { centroidOf, motionAbout, withOutliers } from '../../tools/registration/startCases.ts';
import { readSpot } from './spot.ts';

async function scan(name: string, voxel: number): Promise<Float64Array> {
  const file = await readCloud(name, readFileSync(new URL(`../../assets/clouds/${name}`, import.meta.url)));
  return voxelDownsample(file!.positions, voxel);
}

const room = { source: await scan('room-b.pcd', 0.15), target: await scan('room-a.pcd', 0.15) };
const dense = await scan('room-b.pcd', 0.08);
const prepared = ({ source, target }: typeof room) =>
  prepare({ source: { points: source }, target: { points: target } });

describe('points on no surface', () => {
  it('leaves clean scans and a clean model as they are', () => {
    const clouds = prepared(room);
    expect(withoutNoise(clouds, 'auto', 1)).toEqual({ clouds, leftOut: null });
    const model = { points: sampleMesh(readSpot(), 2000, 1).points };
    expect(withoutNoise(prepare({ source: model, target: model }), 'auto', 1).leftOut).toBeNull();
  });

  it('takes out nine of ten of 30 % uniform outliers in a room, and 4 % of the room at most; seed 3', () => {
    const points = withOutliers(dense, 0.3, createRng(3, 'source'));
    const { leftOut, clouds } = withoutNoise(prepare({ source: { points }, target: { points: dense } }), 'auto', 1);
    const [total, of] = [points.length / 3, dense.length / 3];
    const left = clouds.source.cloud.points;
    const places = new Set(Array.from({ length: left.length / 3 }, (_, i) => left.slice(3 * i, 3 * i + 3).join()));
    const stays = (from: number, to: number) => {
      let count = 0;
      for (let i = from; i < to; i++) if (places.has(points.slice(3 * i, 3 * i + 3).join())) count++;
      return count / (to - from);
    };
    expect(leftOut).toEqual({ source: { removed: total - left.length / 3, of: total }, target: null });
    // Outliers come last.
    expect(stays(0, of)).toBeGreaterThan(0.96);
    expect(stays(of, total)).toBeLessThan(0.1);
  });

  it('is switched on and off by hand', () => {
    const points = withOutliers(room.source, 0.3, createRng(3, 'source'));
    expect(withoutNoise(prepare({ source: { points }, target: { points } }), 'off', 1).leftOut).toBeNull();
    expect(withoutNoise(prepared(room), 'on', 1).leftOut!.source!.removed).toBeGreaterThan(0);
  });

  it('draws from clouds of more than 150,000 points, and says of how many', () => {
    const { points } = sampleMesh(readSpot(), 151_000, 1);
    const few = { points: points.slice(0, 3000) };
    const { leftOut, clouds } = withoutNoise(prepare({ source: { points }, target: few }), 'on', 1);
    expect(leftOut!.source!.of).toBe(150_000);
    expect(clouds.source.cloud.points.length / 3).toBe(150_000 - leftOut!.source!.removed);
  });

  it('auto finds the room’s pose among 30 % outliers, which it does not without the filter; seed 1', () => {
    const rng = createRng(1, 'away');
    const away = motionAbout(centroidOf(room.source), 100, 3, rng);
    const source = { points: withOutliers(transformPoints(away, room.source), 0.3, rng) };
    const target = { points: withOutliers(room.target, 0.3, rng) };
    const options = { seed: 1, voxel: null, maxDistance: null };
    const found = auto({ source, target, init: identity() }, options, nullRecorder, { aborted: false });
    const { leftOut, targetFromSource } = found;
    expect(leftOut!.source!.removed).toBeGreaterThan(0.2 * (room.source.length / 3));
    // About an axis that leans by a degree: three digits of what auto says of the clean scans at 0.08 m.
    const clean = Float64Array.of(
      0.757,
      -0.654,
      0.017,
      1.968,
      0.653,
      0.757,
      0.014,
      0.058,
      -0.022,
      0,
      1,
      0.033,
      0,
      0,
      0,
      1,
    );
    const { rotationErrorDegrees, translationError } = poseError(
      multiply(targetFromSource, away),
      clean,
      centroidOf(room.source),
    );
    expect(rotationErrorDegrees).toBeLessThan(1);
    expect(translationError).toBeLessThan(0.05);
  });
});
