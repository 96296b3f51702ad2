import { expect, test } from 'vitest';
import type { MathNode } from '../../../src/formula/index.ts';
import { formatNumber } from '../../../src/i18n/index.ts';
import { experimentOn } from '../../../src/experiments/index.ts';
import { optimize } from '../../../src/jobs/optimize.ts';
import type { OptimizeSpec } from '../../../src/jobs/specs.ts';
import { ruledOptimizerIds, ruleOf, semanticsOf } from '../../../src/optimizers/index.ts';
import { defaultsOf } from '../../../src/params/spec.ts';
import { surfaces } from '../../../src/surfaces/index.ts';
import { cardRows, opensSummand } from '../../../scenes/optimizers/formula/rows.ts';

const STEPS = 30;
const format = (value: number) => formatNumber('en', value);
/** What four significant digits leave of a number. */
const shown = (value: number) => Number(value.toPrecision(4));

/** The number that a piece of MathML spells: sign, digits, power of ten. */
function valueOf(node: MathNode | string): number {
  const spell = (part: MathNode | string): string => {
    if (typeof part === 'string') return part.replace('−', '-').replaceAll(',', '');
    if (part.tag === 'msup') return `e${spell(part.children[1]!)}`;
    return part.children.map(spell).join('');
  };
  // 3.2 · 10^−7 is 3.2e-7, and 10^−7 alone is 1e-7.
  return Number(
    spell(node)
      .replace('·', '')
      .replace(/^(-?)e/, '$11e'),
  );
}

/** Every number in a row that stands for a name, in order. */
function named(node: MathNode | string): [string, number][] {
  if (typeof node === 'string') return [];
  return node.name === undefined ? node.children.flatMap(named) : [[node.name, valueOf(node)]];
}

function specOf(
  optimizer: string,
  semantics: OptimizeSpec['semantics'],
  more: Partial<OptimizeSpec> = {},
): OptimizeSpec {
  const { formula, params, domain } = surfaces.bowl;
  const { start } = experimentOn('bowl');
  return {
    surface: { id: 'bowl', formula, params: defaultsOf(params), domain },
    optimizer,
    semantics,
    params: { ...defaultsOf(ruleOf(optimizer, semantics).params), lr: 0.05 },
    start,
    steps: STEPS,
    ...more,
  };
}

for (const optimizer of ruledOptimizerIds) {
  for (const semantics of semanticsOf(optimizer)) {
    test(`${optimizer} (${semantics}): the card's numbers are the trace's, at each of 30 steps, to the digits shown`, () => {
      const spec = specOf(optimizer, semantics);
      const rule = ruleOf(optimizer, semantics);
      const record = optimize(spec);
      expect(record.count).toBe(STEPS + 1);
      for (let step = 1; step <= STEPS; step++) {
        const rows = cardRows({ spec, record }, step, format);
        for (const axis of [0, 1]) {
          const before = 2 * step - 2 + axis;
          const now = new Map([
            ...Object.entries(spec.params),
            ['t', step] as const,
            ['x', record.x[before]!] as const,
            ['g', record.g[before]!] as const,
            ...(rule.state ?? []).map((name) => [name, record.state[name]![before]!] as const),
          ]);
          for (const { line, worked } of rows) {
            const assigned = line[0]!.name!;
            const pieces = worked.length > 1 ? worked[axis]! : worked[0]!;
            const numbers = pieces.slice(0, -1).flatMap((piece) => piece.flatMap(named));
            for (const [name, value] of numbers) {
              if (now.has(name)) expect([step, name, value]).toEqual([step, name, shown(now.get(name)!)]);
            }
            const [[name, result] = ['', NaN]] = pieces.at(-1)!.flatMap(named).slice(-1);
            expect(name).toBe(assigned);
            now.set(name, result);
          }
          // What the last lines leave is the next row of the trace.
          expect([step, now.get('x')]).toEqual([step, shown(record.x[2 * step + axis]!)]);
          for (const name of rule.state ?? []) {
            expect([step, name, now.get(name)]).toEqual([step, name, shown(record.state[name]![2 * step + axis]!)]);
          }
        }
      }
    });
  }
}

test('where there is no update the rule stands there without numbers', () => {
  const spec = specOf('adam', 'torch');
  const rows = cardRows({ spec, record: optimize(spec) }, 0, format);
  expect(rows.map(({ line }) => line[0]!.name)).toEqual(['g', 'rate', 'root', 'g', 'm', 'v', 'x']);
  expect(rows.flatMap(({ worked }) => worked)).toEqual([]);
});

test('a wrong gradient and a change of lr on the way stand in the numbers', () => {
  const disturbance = { inject: { step: 7, gradient: [3, -5] }, lrChange: { step: 7, factor: 0.5 } } as const;
  const spec = specOf('sgd', 'book', { disturbance });
  const record = optimize(spec);
  const [gradient, x] = cardRows({ spec, record }, 7, format);
  const own = [record.g[12]!, record.g[13]!];
  expect(gradient!.worked.map((pieces) => pieces.flatMap((piece) => piece.flatMap(named)))).toEqual([
    [
      ['g', shown(own[0]!)],
      ['g', shown(own[0]! + 3)],
    ],
    [
      ['g', shown(own[1]!)],
      ['g', shown(own[1]! - 5)],
    ],
  ]);
  expect(x!.worked[0]!.flatMap((piece) => piece.flatMap(named))).toEqual([
    ['x', shown(record.x[12]!)],
    ['lr', 0.025],
    ['g', shown(own[0]! + 3)],
    ['x', shown(record.x[14]!)],
  ]);
});

test('between numbers every product has its ×, a power of ten its dot; a line may break before each summand', () => {
  const spelt = (node: MathNode | string): string =>
    typeof node === 'string' ? node : node.children.map(spelt).join('');
  const momentum = specOf('momentum', 'book');
  const [, v] = cardRows({ spec: momentum, record: optimize(momentum) }, 3, format);
  const terms = v!.worked[1]!.slice(0, -1);
  expect(terms.map((nodes) => nodes.map(spelt).join(''))).toEqual([
    expect.stringMatching(/^=0\.9$/),
    expect.stringMatching(/^×/),
    expect.stringMatching(/^−0\.05$/),
    expect.stringMatching(/^×/),
  ]);
  expect(terms.map(opensSummand)).toEqual([false, false, true, false]);
});
