import fc from 'fast-check';
import { createRequire } from 'node:module';
import { afterAll, expect, test } from 'vitest';
import { gradient, kernelProgram, parseFormula, type Expr } from '../../src/formula/index.ts';
import { coordinate, formulaText, surfaceFormulas } from './arbitrary.ts';
import { kernelText } from './kernelText.ts';
import { boundedAt, distanceFromKinks } from './reference.ts';

interface Kernel {
  (xs: readonly number[], ys: readonly number[]): ArrayLike<number>;
  setOutput(size: readonly number[]): Kernel;
  destroy(): void;
  readonly kernel?: { readonly fallbackReason?: string | null };
}
interface Gpu {
  createKernel(source: string): Kernel;
  destroy(): Promise<void> | void;
}
const { GPU } = createRequire(import.meta.url)('gpu.js') as { GPU: new (options: { mode: string }) => Gpu };

const modes = ['cpu', 'webasm'] as const;
const gpus = new Map(modes.map((mode) => [mode, new GPU({ mode })]));
afterAll(async () => {
  for (const gpu of gpus.values()) await gpu.destroy();
});

const names = ['x', 'y'];
const rename = (name: string): string => `${name}s[this.thread.x]`;
type Points = readonly (readonly [x: number, y: number])[];

function run(mode: 'cpu' | 'webasm', body: string, points: Points): number[] {
  const gpu = gpus.get(mode);
  if (!gpu) throw new Error(mode);
  const kernel = gpu.createKernel(`function (xs, ys) { ${body} }`).setOutput([points.length]);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const result = Array.from(kernel(xs, ys));
  expect(kernel.kernel?.fallbackReason ?? null).toBeNull();
  kernel.destroy();
  return result;
}

/** Asserts the kernel's values against float64 within a running error bound of the formula; returns how many were compared. */
function compare(e: Expr, points: Points, values: readonly number[]): number {
  let compared = 0;
  points.forEach(([x, y], i) => {
    const { value, error } = boundedAt(e, { x, y });
    // Where the bound says nothing (a sign or a divisor that float32 cannot tell from 0), neither does the comparison.
    if (!(error < 1e-2 * (1 + Math.abs(value)))) return;
    compared++;
    expect(Math.abs((values[i] ?? NaN) - value), `at ${x}, ${y}: ${value}`).toBeLessThanOrEqual(error);
  });
  return compared;
}

const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 16, maxLength: 16 });

test.each(modes)('%s: 120 random formulas within their float32 error bounds (seed 501)', (mode) => {
  let compared = 0;
  fc.assert(
    fc.property(formulaText, points, (text, at) => {
      fc.pre(text.length <= 300);
      const e = parseFormula(text, names);
      const apart = at.filter(([x, y]) => distanceFromKinks(e, { x, y }) > 1e-3);
      fc.pre(apart.length > 0);
      compared += compare(e, apart, run(mode, kernelText(e, rename, 'return '), apart));
    }),
    { seed: 501, numRuns: 120 },
  );
  expect(compared).toBeGreaterThan(1000);
});

test.each(modes.flatMap((mode) => Object.entries(surfaceFormulas).map(([id, text]) => [mode, id, text] as const)))(
  '%s: %s and its gradient, shared, within their float32 error bounds',
  (mode, _, text) => {
    const e = parseFormula(text, names);
    const exprs = [e, ...gradient(e, names)];
    const { lines, outputs } = kernelProgram(exprs, rename, (i) => `t${i}`);
    const at: Points = fc.sample(fc.tuple(coordinate, coordinate), { seed: 502, numRuns: 64 });
    const declared = lines.map(([name, source]) => `const ${name} = ${source};`).join(' ');
    let compared = 0;
    exprs.forEach((u, i) => {
      compared += compare(u, at, run(mode, `${declared} return ${outputs[i] ?? ''};`, at));
    });
    expect(compared).toBeGreaterThan(150);
  },
);

test.each(modes)('%s: powers of negative bases, and numbers as they may be written', (mode) => {
  const at: Points = [[-1.5, -2]];
  const value = (text: string): number =>
    run(mode, kernelText(parseFormula(text, names), rename, 'return '), at)[0] ?? NaN;
  // Exact in float32.
  expect(value('x^2')).toBe(2.25);
  expect(value('x^3')).toBe(-3.375);
  expect(value('y^-3')).toBe(-0.125);
  expect(value('y^8')).toBe(256);
  // GLSL's pow is undefined for a negative base: the sign is taken out first. A pow is off by a few 1e-7.
  expect(value('y^9') / -512).toBeCloseTo(1, 5);
  expect(value('y^10') / 1024).toBeCloseTo(1, 5);
  expect(value('sign(x)*2 + sign(0) + sign(-y)')).toBe(-1);
  expect(value('x*1e-7')).toBeCloseTo(-1.5e-7, 12);
  expect(value('x*1e21') / -1.5e21).toBeCloseTo(1, 6);
  expect(value('x - -2')).toBe(0.5);
  expect(value('tanh(1000*x)')).toBe(-1);
});

test('the text of a kernel', () => {
  const text = (formula: string): string => kernelText(parseFormula(formula, names));
  expect(text('x^2/20 + y^2')).toBe('(((x * x) / 20.0) + (y * y))');
  expect(text('-x^3')).toBe('(-((x * x) * x))');
  expect(text('x^-1')).toBe('(1.0 / x)');
  expect(text('1e-7*pi')).toBe('(1e-7 * 3.141592653589793)');
  expect(text('x^0.5')).toBe('Math.pow(x, 0.5)');
  expect(text('e^x')).toBe('Math.exp(x)');
  expect(kernelText(parseFormula('2*x', names), () => 'a + b')).toBe('(2.0 * (a + b))');
});

test('a program computes a shared part once and keeps the rest in place', () => {
  const exprs = ['exp(x*y) + y', 'exp(y*x)*y', 'x'].map((text) => parseFormula(text, names));
  expect(
    kernelProgram(
      exprs,
      (name) => name,
      (i) => `t${i}`,
    ),
  ).toEqual({ lines: [['t0', 'Math.exp((x * y))']], outputs: ['(t0 + y)', '(t0 * y)', 'x'] });
});

test('a formula whose text would explode, written out, is a short program', () => {
  const e = parseFormula('('.repeat(20) + 'x' + '^8)'.repeat(20), names);
  expect(kernelProgram([e], rename, (i) => `t${i}`).lines).toHaveLength(59);
});
