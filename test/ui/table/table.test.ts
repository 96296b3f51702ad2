import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from '../../../src/ui/table/csv.ts';
import { digits } from '../../../src/ui/table/digits.ts';
import { recordsOf } from '../../../src/runs/lab.tsx';
import { resolve } from '../../../src/state/resolve.ts';

test('every double reads back bit for bit, −0 too (seed 11)', () => {
  fc.assert(
    fc.property(fc.double(), (value) => Object.is(Number(digits(value)), value)),
    { seed: 11, numRuns: 2000 },
  );
  expect(digits(-0)).toBe('-0');
  expect(digits(-1.7999999999999998)).toBe('-1.7999999999999998');
});

test('the CSV holds every row of every run, all digits', () => {
  const runs = recordsOf(resolve({}));
  const lines = csvOf(runs).trimEnd().split('\n');
  expect(lines[0]).toBe('optimizer,semantics,step,x,y,f');
  expect(lines).toHaveLength(1 + 4 * 31);
  expect(lines[1]).toBe('sgd,book,0,-7,2,6.45');
  for (const [k, { id, record }] of runs.entries()) {
    for (const row of [1, 17, 30]) {
      const cells = (lines[1 + 31 * k + row] ?? '').split(',');
      expect(cells.slice(0, 3)).toEqual([id, 'book', String(row)]);
      expect(cells.slice(3).map(Number)).toEqual([record.x[2 * row], record.x[2 * row + 1], record.f[row]]);
    }
  }
});
