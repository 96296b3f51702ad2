import { expect, test } from 'vitest';
import { recordsAsCsv, recordsAsJson, type RecordedRun } from '../../src/io/records.ts';
import { identity } from '../../src/math/matrix4.ts';
import { createRecorder } from '../../src/registration/recorder.ts';

function runOf(): RecordedRun {
  const recorder = createRecorder();
  const pose = identity();
  recorder.phase('do');
  recorder.step(pose, 0.5, 0.1, 40, NaN, Infinity, null);
  pose[3] = 1 / 3;
  recorder.phase('icp-finish');
  recorder.step(pose, 0.75, 1e-9, 60, 0.25, 2, Float64Array.of(1, 2, 3, 4, 5, 6));
  pose[3] = -0.5;
  recorder.step(pose, 1, 0, 80, 0.2, 2, null);
  const record = recorder.record();
  return {
    method: 'do-icp',
    spec: { seed: 1 },
    record,
    errors: Float64Array.of(0.3, 0.2, 0.1),
    result: { fitness: 1 },
  };
}

test('CSV: a row for each state, every number with all its digits, what there is not left empty', () => {
  const run = runOf();
  const [head, ...rows] = recordsAsCsv([run, { ...run, method: 'gicp', errors: null }])
    .trimEnd()
    .split('\n');
  expect(head).toBe(
    'pane,method,step,phase,fitness,inlierRmse,inliers,scale,limit,error,m00,m01,m02,m03,m10,m11,m12,m13,m20,m21,m22,m23,m30,m31,m32,m33',
  );
  expect(rows).toHaveLength(6);
  expect(rows[0]).toBe('1,do-icp,0,do,0.5,0.1,40,,Infinity,0.3,1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1');
  expect(rows[1]).toBe(
    '1,do-icp,1,icp-finish,0.75,1e-9,60,0.25,2,0.2,1,0,0,0.3333333333333333,0,1,0,0,0,0,1,0,0,0,0,1',
  );
  expect(rows[5]!.split(',').slice(0, 10)).toEqual(['2', 'gicp', '2', 'icp-finish', '1', '0', '80', '0.2', '2', '']);
});

test('JSON: the same numbers by name, poses and eigenvalues as rows, null for what JSON has no number for', () => {
  const read = JSON.parse(recordsAsJson([runOf()])) as {
    readonly direction: string;
    readonly runs: readonly Readonly<Record<string, unknown>>[];
  };
  expect(read.direction).toBe('target <- source, row major');
  expect(read.runs).toHaveLength(1);
  expect(read.runs[0]).toMatchObject({
    ...{ method: 'do-icp', spec: { seed: 1 }, result: { fitness: 1 }, steps: 2 },
    phases: [
      { name: 'do', from: 0 },
      { name: 'icp-finish', from: 1 },
    ],
    ...{ scale: [null, 0.25, 0.2], limit: [null, 2, 2], error: [0.3, 0.2, 0.1], inliers: [40, 60, 80] },
  });
  const { eigenvalues, targetFromSource } = read.runs[0]!;
  expect((eigenvalues as unknown[])[1]).toEqual([1, 2, 3, 4, 5, 6]);
  expect((targetFromSource as number[][])[1]![3]).toBe(1 / 3);
});
