import { expect, test } from 'vitest';
import { compile, FormulaError, freeNames, type Expr } from '../../../src/formula/index.ts';
import { createRng } from '../../../src/math/rng.ts';
import { readRule } from '../../../src/optimizers/own/index.ts';
import { expressionOf, readLines } from '../../../src/optimizers/own/lines.ts';
import { runOptimizer } from '../../../src/optimizers/run.ts';
import { parseSummed } from '../../../src/optimizers/sums.ts';
import { defaultsOf } from '../../../src/params/spec.ts';
import { objectiveFor } from '../../../src/surfaces/objective.ts';
import { surfaces } from '../../../src/surfaces/index.ts';

const objective = objectiveFor(surfaces.bowl);
const [START, STEPS, RULES] = [[1, 0.5] as const, 3, 400];

function surfaceAt([x, y]: readonly [number, number]): Float64Array {
  const out = new Float64Array(3);
  objective.evaluate(x, y, out);
  return out;
}

/** The path of a rule's lines, run one after another on pairs of numbers: no stages. */
function pathOf(text: string): readonly number[] {
  const { lines } = readLines(text);
  const names = [...new Set(['x', 'g', 't', 'f', 'fmin', 'lr', ...lines.map(({ name }) => name)])];
  const now = new Map<string, readonly [number, number]>(names.map((name) => [name, [0, 0]]));
  now.set('x', START).set('lr', [0.01, 0.01]);
  const valuesOf = (e: Expr, sums: ReadonlyMap<string, readonly [number, number]> = new Map()) => {
    const read = [...freeNames(e)];
    const out = new Float64Array(1);
    return ([0, 1] as const).map((axis) => {
      compile([e], read)(
        Float64Array.from(read, (name) => (sums.get(name) ?? now.get(name)!)[axis]),
        out,
      );
      return out[0]!;
    }) as [number, number];
  };
  const worked = (source: string) => {
    const { expression, sums } = parseSummed(source, names, [], 0);
    const totals = sums.map(({ name, term }) => {
      const [a, b] = valuesOf(term);
      return [name, [a + b, a + b]] as const;
    });
    return valuesOf(expression, new Map(totals));
  };
  const path: number[] = [...START];
  for (let t = 1; t <= STEPS; t++) {
    const [f = NaN, gx = NaN, gy = NaN] = surfaceAt(now.get('x')!);
    now.set('t', [t, t]).set('f', [f, f]).set('g', [gx, gy]);
    for (const line of lines) {
      const place = line.name === 'g' ? /^gradient\((.*)\)$/.exec(line.expression)?.[1] : undefined;
      const value = worked(place ?? expressionOf(line));
      const [, u = NaN, v = NaN] = surfaceAt(value);
      now.set(line.name, place === undefined ? value : [u, v]);
    }
    path.push(...now.get('x')!);
  }
  return path;
}

/** Lines as nobody writes them: every name reads any other, and all orders occur. */
function writeRule(seed: number): string {
  const { integer } = createRng(seed, 'rule');
  const one = (from: readonly string[]) => from[integer(from.length)]!;
  const expression = (depth: number): string => {
    if (depth === 0 || integer(3) === 0) return one(['x', 'g', 'm', 'v', 'a', 'f', 't', 'lr', 'b', '(0.5 + x)']);
    const [u, v] = [expression(depth - 1), expression(depth - 1)];
    return one([`${u} + ${v}`, `(${u})*(${v})`, `sum(${u})`, `sqrt(abs(${v}))`, `${u} - ${v}`, `0.5 lr m`]);
  };
  const memory = ['m', 'v', 'a', 'b'].map((name) => `${name} = ${one([name, 'lr'])}*0.5 + ${expression(2)}`);
  const more = Array.from(
    { length: integer(4) },
    () => `${one(['x', 'm', 'v', 'g'])} ${one(['', '-'])}= ${expression(3)} + 0*t`,
  );
  const place = integer(2) ? [`g = gradient(${one(['x + m', 'x - 0.1*g', 'x + v*a'])})`] : [];
  const lines = [...memory, ...more, ...place].map((line) => [integer(1000), line] as const);
  return [...lines.sort(([a], [b]) => a - b).map(([, line]) => line), 'x = x - 0.01*g'].join('\n');
}

test(`${RULES} rules written at random (seeds 1 …) either are refused or run as their lines say one after another`, () => {
  let [run, elsewhere, summed] = [0, 0, 0];
  for (let seed = 1; seed <= RULES; seed++) {
    const text = writeRule(seed);
    let rule;
    try {
      ({ rule } = readRule(text));
    } catch (error) {
      expect(error, text).toBeInstanceOf(FormulaError);
      continue;
    }
    run++;
    if (rule.gradientAt !== undefined) elsewhere++;
    if (rule.perPoint) summed++;
    const { x } = runOptimizer({
      ...{ rule, params: defaultsOf(rule.params), objective },
      ...{ start: START, steps: STEPS, domain: null, fmin: 0 },
    });
    const expected = pathOf(text);
    x.forEach((value, i) => {
      const other = expected[i]!;
      if (Math.abs(other) < 1e6)
        expect(Math.abs(value - other) / Math.max(1, Math.abs(other)), text).toBeLessThan(1e-9);
    });
  }
  for (const count of [run, elsewhere, summed]) expect(count).toBeGreaterThan(RULES / 20);
});
