import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { koubai, type PlainRun } from './koubai.ts';

const call = await koubai();

function run(...args: string[]): PlainRun {
  const { code, out, err } = call('optimize', ...args);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as PlainRun;
}

interface Fixture {
  readonly steps: readonly number[];
  readonly runs: readonly {
    readonly optimizer: string;
    readonly semantics: string;
    readonly surface: string;
    readonly start: readonly number[];
    readonly params: Readonly<Record<string, number>>;
    readonly points: readonly number[];
  }[];
}

// The conformance suite holds every fixture against the library; here one run of each kind goes through the flags.
const fixtures = ['torch-sgd', 'torch-nesterov', 'torch-adamw', 'torch-nadam', 'book', 'lion'];

test.each(fixtures)('the flags of the last run of %s.json give its points to 1e-12', (name) => {
  const text = readFileSync(new URL(`../fixtures/optimizers/${name}.json`, import.meta.url), 'utf8');
  const { steps, runs } = JSON.parse(text) as Fixture;
  const { surface, optimizer, semantics, start, params, points } = runs.at(-1)!;
  const sets = Object.entries(params).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
  const flags = [
    '--surface',
    surface,
    '--optimizer',
    optimizer,
    '--semantics',
    semantics,
    `--start=${start.join(',')}`,
  ];
  const found = run(...flags, '--steps', '200', ...sets);
  expect(found.points).toHaveLength(201);
  expect(Object.keys(params).length).toBeGreaterThan(1);
  expect(found.params).toMatchObject(params);
  const deviations = steps.flatMap((step, row) =>
    [0, 1].map((axis) => {
      const expected = points[2 * row + axis]!;
      return Math.abs(found.points[step]![axis]! - expected) / Math.max(1, Math.abs(expected));
    }),
  );
  expect(Math.max(...deviations)).toBeLessThanOrEqual(1e-12);
});

test('the keys come in the documented order, and the digits are all there', () => {
  const flags = ['--surface', 'rosenbrock', '--optimizer', 'adam', '--semantics', 'torch', '--lr', '0.01'];
  const { out } = call('optimize', ...flags, '--set', 'beta1=0.9', '--start=-1.2,1', '--steps', '200', '--json');
  const found = JSON.parse(out) as PlainRun;
  expect(Object.keys(found)).toEqual(
    'surface optimizer semantics params points losses status divergedAt leftAt'.split(' '),
  );
  expect(found.params).toEqual({ lr: 0.01, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0 });
  expect([found.points.length, found.losses.length, found.status, found.divergedAt, found.leftAt]).toEqual([
    201,
    201,
    'running',
    null,
    null,
  ]);
  // (1 − x)² + 100 (y − x²)² at the start, and at the first step's own coordinates as printed.
  const [x, y] = found.points[1]!;
  expect(found.losses[0]).toBeCloseTo(24.2, 12);
  expect(found.losses[1]).toBeCloseTo((1 - x) ** 2 + 100 * (y - x * x) ** 2, 10);
});

test('without flags: the surface gives start and steps, the optimizer its own parameters', () => {
  const found = run('--surface', 'bowl', '--optimizer', 'sgd');
  expect([found.semantics, found.points.length, found.points[0]]).toEqual(['torch', 31, [-7, 2]]);
  expect(found.params).toEqual({ lr: 0.001, weight_decay: 0, anisotropy: 20 });
});

test('a formula is its own name, has no domain unless given, and --set reaches a surface too', () => {
  const formula = run(
    '--surface',
    'x^2/20 + y^2',
    '--optimizer',
    'sgd',
    '--start=-7,2',
    '--lr',
    '0.95',
    '--steps',
    '3',
  );
  const bowl = run('--surface', 'bowl', '--optimizer', 'sgd', '--lr', '.95', '--set', 'anisotropy=20', '--steps', '3');
  expect(formula.surface).toBe('x^2/20 + y^2');
  expect(formula.points).toEqual(bowl.points);
  // x − lr·2x/20 and y − lr·2y, by hand.
  expect(formula.points[1]![0]).toBeCloseTo(-7 * (1 - 0.095), 14);
  expect(formula.points[1]![1]).toBeCloseTo(2 * (1 - 1.9), 14);
  const round = run('--surface', 'bowl', '--optimizer', 'sgd', '--lr', '.5', '--set', 'anisotropy=1', '--steps', '1');
  expect(round.points[1]).toEqual([0, 0]);
  expect(round.status).toBe('converged');
});

test('leaving and diverging are told by the first such point', () => {
  // y ← y (1 − 2·1.1) = −1.2 y: |y| > 10 first at step 9 (2·1.2⁹ = 10.3), |f| > 1e30 first at step 186 (2·1.2¹⁸⁶ = 1.07e15).
  const flags = ['--surface', 'x^2/20 + y^2', '--optimizer', 'sgd', '--start=-7,2', '--lr', '1.1', '--steps', '400'];
  const inside = run(...flags, '--domain=-10,10,-10,10');
  expect([inside.status, inside.divergedAt, inside.leftAt, inside.points.length]).toEqual(['diverged', 186, 9, 186]);
  expect(run(...flags).leftAt).toBeNull();
});

test('CSV holds the same numbers as JSON, digit for digit', () => {
  const flags = ['--surface', 'ackley', '--optimizer', 'adam', '--lr', '0.1', '--steps', '20'];
  const found = run(...flags);
  const rows = call('optimize', ...flags, '--csv')
    .out.trimEnd()
    .split('\n');
  expect(rows[0]).toBe('step,x,y,loss');
  expect(rows.slice(1)).toEqual(found.points.map(([x, y], i) => `${i},${x},${y},${found.losses[i]}`));
});

test('a link runs what is enabled in it', () => {
  const link = (fragment: string) => {
    const { code, out, err } = call('optimize', '--link', `http://localhost:4173/${fragment}`);
    expect([code, err]).toEqual([0, '']);
    return (JSON.parse(out) as { runs: PlainRun[] }).runs;
  };
  const opening = link('');
  expect(opening.map(({ optimizer, params }) => [optimizer, params['lr']])).toEqual([
    ['sgd', 0.95],
    ['momentum', 0.1],
    ['adagrad', 1.5],
    ['adam', 0.3],
  ]);
  expect(opening[0]).toEqual(run('--surface', 'bowl', '--optimizer', 'sgd', '--semantics', 'book', '--lr', '.95'));
  const csv = call('optimize', '--link', 'http://localhost:4173/', '--csv').out.trimEnd().split('\n');
  expect(csv).toHaveLength(1 + 4 * 31);
  expect(csv[1]).toBe('sgd,0,-7,2,6.45');
});

test('noise: the flags and a link give the same run; 0 is the plain one, to the byte', () => {
  const flags = ['--surface', 'bowl', '--optimizer', 'sgd', '--semantics', 'book', '--lr', '0.5', '--steps', '30'];
  const noisy = run(...flags, '--noise', '2', '--batch', '4', '--noise-seed', '7');
  const alone = 'o=sgd;lr:0.5,-momentum,-adagrad,-adam';
  const linked = call('optimize', '--link', `#v=1&ns=2&nb=4&nk=7&${alone}`);
  const { runs } = JSON.parse(linked.out) as { readonly runs: readonly PlainRun[] };
  expect(noisy.points).toEqual(runs[0]?.points);
  const plain = call('optimize', ...flags).out;
  expect(noisy.points).not.toEqual((JSON.parse(plain) as PlainRun).points);
  expect(call('optimize', ...flags, '--noise', '0', '--batch', '4').out).toBe(plain);
  // Half the noise, the same draws: a quadratic’s path differs from the plain one by half as much.
  const halved = run(...flags, '--noise', '2', '--batch', '16', '--noise-seed', '7');
  const { points } = JSON.parse(plain) as PlainRun;
  for (const [row, point] of points.entries()) {
    for (const axis of [0, 1]) {
      const [whole, half] = [noisy, halved].map((one) => one.points[row]![axis]! - point[axis]!) as [number, number];
      expect(half).toBeCloseTo(whole / 2, 12);
    }
  }
});

test.each([
  [['--noise=-1'], /--noise must be at least 0, not -1/],
  [['--noise', '1', '--batch', '0'], /--batch must be at least 1, not 0/],
  [['--noise', '1', '--noise-seed', '1.5'], /--noise-seed must be a whole number/],
])('%j is refused', (flags, why) => {
  const { code, err } = call('optimize', '--surface', 'bowl', '--optimizer', 'sgd', ...flags);
  expect(code).toBe(2);
  expect(err).toMatch(why);
});

test('a rule of one’s own runs as the registry’s does, and one that cannot be read is refused with its place', () => {
  const flags = ['--surface', 'rosenbrock', '--steps', '20'];
  const own = run(...flags, '--optimizer', 'own: b = 0.9;m = b*m+g ; x -= lr*m', '--lr', '0.001', '--set', 'b=0.8');
  const known = run(...flags, '--optimizer', 'momentum', '--lr', '0.001', '--set', 'momentum=0.8');
  expect(own).toMatchObject({ optimizer: 'own:b = 0.9; m = b*m+g; x -= lr*m', semantics: 'own', points: known.points });
  const { code, err } = call('optimize', '--surface', 'bowl', '--optimizer', 'own: x = x - lr*q');
  expect(code).toBe(2);
  expect(err).toContain('the rule "x = x - lr*q" cannot be read. The name "q" has no value (position 12)');
});

test('a second-order method prints what it tells of each update, and is refused where f is no sum of squares', () => {
  const damped = run(
    '--surface',
    'rosenbrock',
    '--optimizer',
    'levenberg-marquardt',
    '--steps',
    '3',
    '--set',
    'damping=1',
  );
  expect(damped).toMatchObject({
    params: { damping: 1, factor: 10 },
    noStep: null,
    told: { lambda: [null, 1, 0.1, 1] },
  });
  const stuck = run('--surface', 'beale', '--optimizer', 'gauss-newton', '--start=1,1');
  expect(stuck).toMatchObject({ points: [[1, 1]], status: 'stopped', divergedAt: null, noStep: 'singular' });
  const { code, err } = call('optimize', '--surface', 'ackley', '--optimizer', 'gauss-newton');
  expect([code, err]).toEqual([2, expect.stringMatching(/gauss-newton is for sums of squares .* rosenbrock, beale/)]);
});
