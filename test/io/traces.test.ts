import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digits } from '../../src/io/digits.ts';
import { tracesAsCsv, tracesAsJson } from '../../src/io/traces.ts';
import { recordsOf } from '../../scenes/optimizers/runs/runViews.ts';
import { encode } from '../../scenes/optimizers/state/url.ts';
import { resolve } from '../../scenes/optimizers/state/rules.ts';
import type { Overrides } from '../../scenes/optimizers/state/types.ts';
import { anyOverrides } from '../state/arbitrary.ts';
import { koubai } from '../cli/koubai.ts';

const runsOf = (overrides: Overrides = {}) => recordsOf(resolve(overrides));

/** CSV as one learns to read it: lines, cells, columns by name. */
function readCsv(text: string): readonly ReadonlyMap<string, string>[] {
  const [head = [], ...rows] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  for (const row of rows) expect(row).toHaveLength(head.length);
  return rows.map((row) => new Map(head.map((name, k) => [name, row[k]!])));
}

test('every double reads back bit for bit, −0 too (seed 11)', () => {
  fc.assert(
    fc.property(fc.double(), (value) => Object.is(Number(digits(value)), value)),
    { seed: 11, numRuns: 2000 },
  );
  expect(digits(-0)).toBe('-0');
  expect(digits(-1.7999999999999998)).toBe('-1.7999999999999998');
});

test('the CSV of the opening state: its columns, its first row by hand, and empty cells where a rule remembers nothing', () => {
  const text = tracesAsCsv(runsOf());
  const lines = text.split('\n');
  expect(lines[0]).toBe('step,optimizer,semantics,x,y,f,gx,gy,v_x,v_y,h_x,h_y,m_x,m_y');
  // x²/20 + y² at (−7, 2): 2.45 + 4; gradient −7/10 and 4. SGD remembers nothing.
  expect(lines[1]).toBe('0,sgd,book,-7,2,6.45,-0.7,4,,,,,,');
  expect(text.endsWith('\n')).toBe(true);
  const rows = readCsv(text);
  expect(rows).toHaveLength(4 * 31);
  // Momentum of the book: v = 0.9 v − lr g, lr 0.1; after one update from (−7, 2) it is −0.1 · (−0.7, 4).
  const momentum = rows.find((row) => row.get('optimizer') === 'momentum' && row.get('step') === '1')!;
  expect(Number(momentum.get('v_x'))).toBeCloseTo(0.07, 15);
  expect(Number(momentum.get('v_y'))).toBeCloseTo(-0.4, 15);
  expect([momentum.get('h_x'), momentum.get('m_y')]).toEqual(['', '']);
});

test('of noisy runs the files hold the noise too: with it another program takes the same steps', () => {
  const runs = runsOf({ noise: 2, batch: 4, noiseSeed: 3 });
  const rows = readCsv(tracesAsCsv(runs)).filter((row) => row.get('optimizer') === 'sgd');
  const at = (row: number, name: string) => Number(rows[row]!.get(name));
  for (let row = 0; row < 30; row++) {
    for (const axis of ['x', 'y']) {
      const next = at(row, axis) - 0.95 * (at(row, `g${axis}`) + at(row, `noise_${axis}`));
      expect(at(row + 1, axis)).toBeCloseTo(next, 12);
    }
  }
  expect([rows[30]?.get('noise_x'), rows[30]?.get('noise_y')]).toEqual(['', '']);
  const { runs: written } = JSON.parse(tracesAsJson(runs)) as {
    readonly runs: readonly { readonly noise: readonly number[][]; readonly disturbance: object }[];
  };
  expect(written[0]!.disturbance).toEqual({ noise: { sd: 2, batch: 4, seed: 3 } });
  // At one update all optimizers see the same.
  for (const { noise } of written) expect(noise).toEqual(written[0]!.noise);
  expect(written[0]!.noise).toHaveLength(30);
  expect(written[0]!.noise[4]).toEqual([at(4, 'noise_x'), at(4, 'noise_y')]);
  expect(tracesAsJson(runsOf())).not.toContain('noise');
});

test('a run that diverged has its own rows only', () => {
  const [sgd] = runsOf({ steps: 2000, runs: { sgd: { params: { lr: 1.5 } } } });
  const { count, divergedAt } = sgd!.record;
  expect(divergedAt).toBe(count);
  const rows = readCsv(tracesAsCsv([sgd!]));
  expect(rows).toHaveLength(count);
  for (const row of rows) expect(Number.isFinite(Number(row.get('f')))).toBe(true);
});

const SEED = 20250304;

test(`CSV and JSON hold every number of any state’s runs, bit for bit in CSV (seed ${SEED})`, () => {
  fc.assert(
    fc.property(anyOverrides, (overrides) => {
      const runs = runsOf({ ...overrides, steps: Math.min(overrides.steps ?? 30, 30) });
      const rows = readCsv(tracesAsCsv(runs));
      const { runs: found } = JSON.parse(tracesAsJson(runs)) as { runs: Record<string, unknown>[] };
      let at = 0;
      for (const [k, { spec, record }] of runs.entries()) {
        const { gradients, state, losses } = found[k] as {
          gradients: (number | null)[][];
          state: Record<string, (number | null)[][]>;
          losses: number[];
        };
        expect(Object.keys(state)).toEqual(Object.keys(record.state));
        for (let i = 0; i < record.count; i++) {
          const row = rows[at++]!;
          const read = (name: string) => Number(row.get(name));
          expect([row.get('optimizer'), row.get('step')]).toEqual([spec.optimizer, String(i)]);
          expect([read('x'), read('y'), read('f'), read('gx'), read('gy')]).toEqual([
            record.x[2 * i],
            record.x[2 * i + 1],
            record.f[i],
            record.g[2 * i],
            record.g[2 * i + 1],
          ]);
          // JSON knows no NaN and no −0.
          const plain = (value: number) => (Number.isFinite(value) ? value + 0 : null);
          expect(losses[i]).toBe(record.f[i]! + 0);
          expect(gradients[i]).toEqual([plain(record.g[2 * i]!), plain(record.g[2 * i + 1]!)]);
          for (const [name, column] of Object.entries(record.state)) {
            expect([read(`${name}_x`), read(`${name}_y`)]).toEqual([column[2 * i], column[2 * i + 1]]);
            expect(state[name]![i]).toEqual([plain(column[2 * i]!), plain(column[2 * i + 1]!)]);
          }
        }
      }
      expect(at).toBe(rows.length);
    }),
    { seed: SEED, numRuns: 40 },
  );
});

test('the JSON begins each run with what `koubai optimize --link` prints of it', async () => {
  const call = await koubai();
  const overrides: Overrides = { surface: 'beale', steps: 40, runs: { adam: { params: { lr: 0.05 } } } };
  const { out } = call('optimize', '--link', `#${encode(overrides)}`);
  const printed = (JSON.parse(out) as { runs: Record<string, unknown>[] }).runs;
  const { runs } = JSON.parse(tracesAsJson(runsOf(overrides))) as { runs: Record<string, unknown>[] };
  expect(runs).toHaveLength(printed.length);
  for (const [k, run] of runs.entries()) {
    expect(run).toMatchObject(printed[k]!);
    expect(Object.keys(run)).toEqual([...Object.keys(printed[k]!), 'gradients', 'state']);
  }
});
