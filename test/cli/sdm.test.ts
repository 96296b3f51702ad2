import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { koubai } from './koubai.ts';

const call = await koubai();
const good = ['sdm', '--function', 'sin'];

interface Plain {
  readonly maps: readonly (readonly [number, number])[];
  readonly trainError: readonly (number | null)[];
  readonly testError: readonly (number | null)[];
  readonly newtonError: readonly (number | null)[];
}

function json(...args: string[]): Plain {
  const { code, out, err } = call('sdm', ...args, '--json');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^[^\n]+\n$/);
  return JSON.parse(out) as Plain;
}

test('the command of the manual gives NumPy’s maps and errors to 1e-10 (seed 1)', () => {
  const flags = '--function sin --maps 10 --samples 200 --lambda 1e-3 --range=-1.5,1.5 --seed 1 --target 0.5';
  const answer = json(...flags.split(' '));
  const [first] = JSON.parse(readFileSync('test/fixtures/sdm/maps.json', 'utf8')).cases;
  expect(Object.keys(answer)).toEqual(['maps', 'trainError', 'testError', 'newtonError']);
  expect(answer.maps).toHaveLength(10);
  const near = (ours: unknown[], theirs: number[], tolerance: number) =>
    theirs.forEach((value, i) => expect(Math.abs((ours[i] as number) - value)).toBeLessThan(tolerance));
  near(answer.maps.flat(), first.maps.flat(), 1e-10);
  near([...answer.trainError], first.errors.train, 1e-10);
  near([...answer.testError], first.errors.test, 1e-10);
  near([...answer.newtonError], first.errors.newton, 1e-8);
  // All of these are the defaults.
  expect(json('--function', 'sin')).toEqual(answer);
});

test('an own formula, a wider test, and errors that are null once Newton is lost', () => {
  const own = json('--formula', 'x^3+x', '--target', '2', '--maps', '4');
  expect(own.testError).toHaveLength(5);
  expect(own.testError[4]!).toBeLessThan(0.01);
  expect(json('--formula', 'x^3+x', '--target', '2', '--maps', '4', '--reach', '2').testError[0]!).toBeGreaterThan(
    own.testError[0]!,
  );
  expect(json('--function', 'erf').newtonError.slice(2)).toEqual(Array.from({ length: 9 }, () => null));
});

test('text for people: the equation, then one line before the first map and one after each', () => {
  const { code, out } = call(...good, '--maps', '2');
  expect(code).toBe(0);
  expect(out.split('\n')).toEqual([
    expect.stringMatching(/^equation {2}sin\(x\) = 0\.5, answered by x = 0\.52359877559829\d+$/),
    'training  200 starts from -1.5 to 1.5, lambda 0.001, seed 1',
    expect.stringMatching(/^map +slope +bias +train +test +Newton$/),
    expect.stringMatching(/^ {2}0 {31,}1\.086 +0\.9931 +0\.9931$/),
    expect.stringMatching(/^ {2}1 +-1\.243 +-0\.1023 /),
    expect.stringMatching(/^ {2}2 +-1\.149 /),
    '',
  ]);
});

test('--help says what the numbers are', () => {
  const { code, out } = call('sdm', '--help');
  expect(code).toBe(0);
  for (const flag of ['function', 'formula', 'target', 'range', 'maps', 'samples', 'lambda', 'reach', 'seed', 'json']) {
    expect(out).toContain(`--${flag}`);
  }
  expect(out).toContain('root mean square');
});

test.each<[string, string[], RegExp]>([
  ['no function', ['sdm'], /give --function \(sin, cube, erf, exp\) or --formula/],
  ['an unknown function', ['sdm', '--function', 'sine'], /no function "sine"; did you mean sin\?/],
  ['a prototype name', ['sdm', '--function', 'toString'], /no function "toString"/],
  ['both', [...good, '--formula', 'x'], /exclude each other/],
  ['a broken formula', ['sdm', '--formula', 'x^2 + * x'], /--formula: .*position 7/],
  ['an id as a formula', ['sdm', '--formula', 'sin'], /--formula: "sin" is a function \(position 1\)/],
  ['an id as a formula that no formula knows', ['sdm', '--formula', 'cube'], /--formula: .*"cube" is unknown/],
  ['a formula of y', ['sdm', '--formula', 'x + y'], /"y" is unknown \(position 5\)/],
  ['no map', [...good, '--maps', '0'], /--maps must be at least 1, not 0/],
  ['too many maps', [...good, '--maps', '101'], /--maps must be at most 100/],
  ['half a start', [...good, '--samples', '2.5'], /--samples must be a whole number/],
  ['a ridge of NaN', [...good, '--lambda', 'NaN'], /--lambda must be a finite number, not "NaN"/],
  ['a ridge below 0', [...good, '--lambda=-1'], /--lambda must be at least 0/],
  ['a reach of 0', [...good, '--reach', '0'], /--reach must be greater than 0/],
  ['a seed in words', [...good, '--seed', 'one'], /--seed must be a finite number/],
  ['a target of NaN', [...good, '--target', 'NaN'], /--target must be a finite number, not "NaN"/],
  ['a sine of 2', [...good, '--target', '2'], /h\(x\) = 2 has no answer for x from -1\.5 to 1\.5/],
  ['a range without the answer', [...good, '--range=-1.5,0'], /no answer for x from -1\.5 to 0/],
  ['a range turned round', [...good, '--range=1,-1'], /--range must be low,high with low < high.*"1,-1"/],
  ['a range of one number', [...good, '--range=1'], /--range must be low,high/],
  ['a range of NaN', [...good, '--range=NaN,1'], /--range must be low,high/],
  ['an endless range', [...good, '--range=-1e9,1'], /--range must be at least -1000/],
  ['a function that is not finite there', ['sdm', '--formula', 'log(x)'], /not a finite number at x = -1\.5/],
  ['a stray argument', [...good, 'fast'], /too many arguments/],
])('%s: exit code 2, one line, no stack', (_, args, message) => {
  const { code, out, err } = call(...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^koubai: [^\n]+\n$/);
  expect(err).toMatch(message);
  expect(err).not.toMatch(/\.js\b|Error:/);
});
