import type { Backend } from './backend.ts';
import type { FunctionClass, KernelProgram } from './types.ts';

const CELLS = 128;

/**
 * Row 0 and row 1 try two functions of each class; the columns are the classes in the order of `columns`. Row 2 counts, as the noise of swarms
 * does: products close to 2²⁴, and their remainders.
 */
const program: KernelProgram = {
  kind: 'surface',
  source: `function (us, vs) {
  if (this.thread.y > 1) {
    const dealt = (this.thread.x + 3968.0) * 4079.0 + 65535.0;
    return [dealt - 65536.0 * Math.floor(dealt * 0.0000152587890625), 0.0, 0.0, 0.0];
  }
  const u = us[this.thread.x];
  const v = vs[this.thread.x];
  if (this.thread.y < 1) {
    return [Math.sqrt(u * u + 1.5) * v - u / (v * v + 2.0), Math.sin(u), Math.exp(v), Math.pow(v, 2.7)];
  }
  return [Math.max(u, v) * (u > 0.0 ? 1.0 : -1.0) + Math.abs(u) / 3.0, Math.cos(u), Math.log(v), Math.pow(v, -1.3)];
}`,
  argumentTypes: ['Array', 'Array'],
  classes: ['arithmetic', 'counting', 'exponential', 'power', 'trigonometry'],
};

const columns = ['arithmetic', 'trigonometry', 'exponential', 'power'] as const satisfies readonly FunctionClass[];

const counted = (i: number) => ((i + 3968) * 4079 + 65535) % 65536;

const reference = [
  (u: number, v: number) => [Math.sqrt(u * u + 1.5) * v - u / (v * v + 2), Math.sin(u), Math.exp(v), v ** 2.7],
  (u: number, v: number) => [Math.max(u, v) * (u > 0 ? 1 : -1) + Math.abs(u) / 3, Math.cos(u), Math.log(v), v ** -1.3],
] as const;

/**
 * Above these a backend is not used for that class. Deviations are relative to max(1, |value|), so absolute for sin, cos.
 * - arithmetic: float32 rounds at 6e-8, a few operations stay below 1e-6; half floats are off by 1e-3.
 * - counting: one off is another particle's noise.
 * - trigonometry: SwiftShader, a GL in software, is off by 1.9e-4, which no picture shows and which must pass.
 * - exponential: GLSL allows (3 + 2|x|) ulp, 1.5e-6 here; measured 7e-7.
 * - power: GLSL derives it from log2 and exp2; measured 3e-5.
 */
export const selfTestTolerances: Readonly<Record<FunctionClass, number>> = {
  arithmetic: 1e-5,
  counting: 0,
  trigonometry: 1e-3,
  exponential: 1e-5,
  power: 3e-4,
};

/** The largest deviation from float64 for each class of functions; ∞ where a value is not a number. */
export function deviationsOf(backend: Backend): Record<FunctionClass, number> {
  // ±40 covers the largest argument of a bundled surface (2π·5.12), 0.1 … 5 that of exp, log and pow.
  const us = Float32Array.from({ length: CELLS }, (_, i) => -40 + (80 * i) / (CELLS - 1));
  const vs = Float32Array.from({ length: CELLS }, (_, i) => 0.1 + (4.9 * ((i * 37) % CELLS)) / (CELLS - 1));
  const kernel = backend.build(program, [CELLS, 3], [us, vs]);
  const result = kernel.run([us, vs]);
  kernel.destroy();
  const deviation = { arithmetic: 0, counting: 0, trigonometry: 0, exponential: 0, power: 0 };
  for (let i = 0; i < CELLS; i++) {
    const off = Math.abs((result[(2 * CELLS + i) * 4] ?? NaN) - counted(i));
    deviation.counting = Math.max(deviation.counting, Number.isNaN(off) ? Infinity : off);
  }
  reference.forEach((evaluate, row) => {
    for (let i = 0; i < CELLS; i++) {
      const expected = evaluate(us[i] ?? NaN, vs[i] ?? NaN);
      columns.forEach((name, column) => {
        const value = expected[column] ?? NaN;
        const got = result[(row * CELLS + i) * 4 + column] ?? NaN;
        const off = Math.abs(got - value) / Math.max(1, Math.abs(value));
        deviation[name] = Math.max(deviation[name], Number.isNaN(off) ? Infinity : off);
      });
    }
  });
  return deviation;
}

export function failedClasses(deviation: Readonly<Record<FunctionClass, number>>): FunctionClass[] {
  return (Object.keys(selfTestTolerances) as FunctionClass[]).filter(
    (name) => !(deviation[name] <= selfTestTolerances[name]),
  );
}
