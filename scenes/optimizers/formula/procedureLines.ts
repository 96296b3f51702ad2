import { mathNumber, type MathNode } from '../../../src/formula/index.ts';
import type { ProcedureId } from '../../../src/optimizers/secondOrder/index.ts';
import { gradientAt } from '../../../src/optimizers/update.ts';
import { downhill } from '../../../src/math/bend.ts';
import type { RunView } from '../runs/runViews.ts';
import type { CardRow } from './cardRow.ts';

const mo = (text: string): MathNode => ({ tag: 'mo', children: [text] });
const mi = (text: string, name?: string): MathNode => ({ tag: 'mi', children: [text], ...(name && { name }) });
const raised = (base: MathNode, ...power: readonly MathNode[]): MathNode => ({
  tag: 'msup',
  children: [base, { tag: 'mrow', children: power }],
});
const two: MathNode = { tag: 'mn', children: ['2'] };
const inverse = raised(mi('B', 'B'), mo('−'), { tag: 'mn', children: ['1'] });
const hessian = [raised(mo('∇'), two), mi('f')];
const gram = [raised(mi('J'), mi('T')), mi('J')];

/** What each method takes for B, and whether it may go a part of the way only. */
const METHODS: Readonly<Record<ProcedureId, { readonly model: readonly MathNode[]; readonly partly: boolean }>> = {
  newton: { model: hessian, partly: false },
  'damped-newton': { model: [...hessian, mo('+'), mi('τ', 'shift'), mi('I')], partly: true },
  'gauss-newton': { model: [two, ...gram], partly: false },
  'levenberg-marquardt': {
    model: [two, mo('('), ...gram, mo('+'), mi('λ', 'lambda'), mi('I'), mo(')')],
    partly: false,
  },
  lbfgs: { model: [mi('B'), mo('('), mi('s'), mo(','), mi('y'), mo(')')], partly: true },
};

/** The lines of a second-order method behind its gradient: the model, the way to its bottom, the step; with the numbers of update `step` (0: there is none). */
export function procedureLines(
  { record, spec }: Pick<RunView, 'record' | 'spec'>,
  step: number,
  format: (value: number) => string,
): readonly CardRow[] {
  const { model, partly } = METHODS[spec.optimizer as ProcedureId];
  const matrix = (rows: readonly (readonly number[])[]): readonly MathNode[] => [mo('('), table(rows, format), mo(')')];
  const worked = (rows: readonly (readonly number[])[]) => [[[mo('='), ...matrix(rows)]]];
  const [xx, xy, yy] = [0, 1, 2].map((k) => record.secondOrder?.model[3 * (step - 1) + k] ?? NaN) as [
    number,
    number,
    number,
  ];
  const gradient = (axis: 0 | 1) => (step > 0 ? gradientAt(record, step, axis, spec.disturbance) : NaN);
  const way = downhill({ xx, xy, yy }, gradient(0), gradient(1)) ?? [NaN, NaN];
  const at = [0, 1].map((axis) => record.x[2 * step + axis] ?? NaN);
  const x = mi('x', 'x');
  const part = partly ? [mi('t', 'share')] : [];
  return [
    {
      line: [mi('B', 'B'), mo('='), ...model],
      worked:
        step > 0
          ? worked([
              [xx, xy],
              [xy, yy],
            ])
          : [],
    },
    {
      line: [mi('d', 'd'), mo('='), mo('−'), inverse, mi('g', 'g')],
      worked: step > 0 ? worked(way.map((value) => [value])) : [],
    },
    {
      line: [x, mo('←'), x, mo('+'), ...part, mi('d', 'd')],
      worked: step > 0 ? worked(at.map((value) => [value])) : [],
    },
  ];
}

function table(rows: readonly (readonly number[])[], format: (value: number) => string): MathNode {
  return {
    tag: 'mtable',
    children: rows.map((cells) => ({
      tag: 'mtr',
      children: cells.map((value) => ({ tag: 'mtd', children: mathNumber(format(value)).nodes })),
    })),
  };
}
