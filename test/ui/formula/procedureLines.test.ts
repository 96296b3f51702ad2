import { expect, test } from 'vitest';
import { cardRows } from '../../../scenes/optimizers/formula/rows.ts';
import { optimize } from '../../../src/jobs/optimize.ts';
import { paramsOf, semanticsFor } from '../../../src/optimizers/index.ts';
import { procedureIds } from '../../../src/optimizers/secondOrder/index.ts';
import { defaultsOf } from '../../../src/params/spec.ts';
import type { MathNode } from '../../../src/formula/index.ts';

const text = (node: MathNode | string): string =>
  typeof node === 'string'
    ? node
    : node.children.map(text).join(node.tag === 'mtr' ? ' ' : node.tag === 'mtable' ? '; ' : '');

function cardOf(optimizer: string, step: number) {
  const formula = '(1 - x)^2 + 100*(y - x^2)^2';
  const spec = {
    surface: { id: formula, formula, params: {}, domain: null },
    ...{ optimizer, semantics: semanticsFor(optimizer), params: defaultsOf(paramsOf(optimizer)) },
    ...({ start: [-1.2, 1], steps: 2 } as const),
  };
  const record = optimize(spec);
  const rows = cardRows({ record, spec }, step, (value) => String(Number(value.toPrecision(4))));
  return rows.map(({ line, worked }) => [
    line.map(text).join(''),
    ...worked.map((pieces) => pieces.flat().map(text).join('')),
  ]);
}

test('the lines of a second-order method, with the numbers of an update', () => {
  expect(cardOf('gauss-newton', 1)).toEqual([
    ['g=∂f∂x', '=−215.6', '=−88'],
    ['B=2JTJ', '=(1154 480; 480 200)'],
    ['d=−B−1g', '=(2.2; −4.84)'],
    ['x←x+d', '=(1; −3.84)'],
  ]);
});

test('every method has its lines, and no numbers where there is no update', () => {
  for (const id of procedureIds) {
    const lines = cardOf(id, 0);
    expect(lines).toHaveLength(4);
    expect(
      lines.every((line) => line.length === 1),
      id,
    ).toBe(true);
    expect(JSON.stringify(cardOf(id, 1))).not.toContain('NaN');
  }
});
