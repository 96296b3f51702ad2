import { mathNumber, mathTerms, toMathml, type MathNode } from '../../../src/formula/index.ts';
import { addedTo } from '../../../src/optimizers/disturbance.ts';
import { isProcedure, methodOf } from '../../../src/optimizers/index.ts';
import type { Rule } from '../../../src/optimizers/types.ts';
import {
  gradientAt,
  gradientAtX,
  ruleLines,
  updateAt,
  type RuleLine,
  type Worked,
} from '../../../src/optimizers/update.ts';
import type { RunView } from '../runs/runViews.ts';
import type { CardRow } from './cardRow.ts';
import { procedureLines } from './procedureLines.ts';
import { numberOf, symbolOf, symbolWithSums } from './symbols.ts';

const operator = (text: string): MathNode => ({ tag: 'mo', children: [text] });
const letter = (text: string): MathNode => ({ tag: 'mi', children: [text] });
const partial = (text: string): MathNode => ({ tag: 'mrow', children: [letter('∂'), letter(text)] });
const TIMES = /^[·\u2062]$/u;
/** Between numbers every product has its ×: `0.95 (−0.078)` reads as a function. A number's own power of ten keeps its dot. */
function crossed(node: MathNode): MathNode {
  if (node.name !== undefined) return node;
  const [text] = node.children;
  if (node.tag === 'mo' && typeof text === 'string' && TIMES.test(text)) return { ...node, children: ['×'] };
  return { ...node, children: node.children.map((child) => (typeof child === 'string' ? child : crossed(child))) };
}

/** Whether a piece begins with the + or − before a summand. */
export function opensSummand([first]: readonly MathNode[]): boolean {
  const sign = first?.tag === 'mo' ? first : first?.children[0];
  if (typeof sign !== 'object' || !sign.infix) return false;
  return sign.children[0] === '+' || sign.children[0] === '−';
}

const SLOPE: MathNode = { tag: 'mfrac', children: [partial('f'), partial('x')], name: 'g' };
/** Behind the slope, where each update sees it with noise. */
const NOISE: readonly MathNode[] = [operator('+'), letter('ξ')];

/**
 * The rule of a run, first of all the gradient that it reads, with the numbers of update `step` (0: there is none), each written by
 * `format`. `step` lies within the record.
 */
export function cardRows(
  { record, spec }: Pick<RunView, 'record' | 'spec'>,
  step: number,
  format: (value: number) => string,
): readonly CardRow[] {
  const method = methodOf(spec.optimizer, spec.semantics);
  const symbol = symbolOf(method);
  const result = (name: string, value: number) => [operator('='), ...mathNumber(format(value), name).nodes];
  const gradient = (axis: 0 | 1) => {
    const value = gradientAtX(record, step, axis, spec.disturbance);
    const added = addedTo(spec.disturbance ?? {}, step, axis);
    if (added.length === 0) return [result('g', value)];
    const extra = added.map((part) => {
      const sign: MathNode = { ...operator(part < 0 ? '−' : '+'), infix: true };
      return [sign, ...mathNumber(format(Math.abs(part))).nodes];
    });
    return [result('g', gradientAtX(record, step, axis)), ...extra, result('g', value)];
  };

  return [
    {
      line: [...symbol('g').nodes, operator('='), SLOPE, ...(spec.disturbance?.noise ? NOISE : [])],
      worked: step > 0 ? [gradient(0), gradient(1)] : [],
    },
    ...(isProcedure(method) ? procedureLines({ record, spec }, step, format) : ruleRows(method)),
  ];

  /** Where the rule takes it: at `place`. */
  function gradientThere(place: string): CardRow {
    return {
      line: [...symbol('g').nodes, operator('←'), SLOPE, operator('('), ...symbol(place).nodes, operator(')')],
      worked:
        step > 0
          ? ([0, 1] as const).map((axis) => [result('g', gradientAt(record, step, axis, spec.disturbance))])
          : [],
    };
  }

  function ruleRows(rule: Rule): readonly CardRow[] {
    const updates = step > 0 ? updateAt(rule, spec.params, record, step, spec.disturbance) : null;
    const worked = ({ expression, name }: RuleLine, { values, result: value }: Worked) => [
      ...mathTerms(expression, numberOf(values, format))
        .map(crossed)
        .map((term, i) => (i === 0 ? [operator('='), term] : [term])),
      result(name, value),
    ];
    return ruleLines(rule).flatMap((line, i) => {
      const row = {
        line: [...symbol(line.name).nodes, operator('←'), toMathml(line.expression, symbolWithSums(rule, line.sums))],
        worked: (updates?.[i]?.at ?? []).map((entry) => worked(line, entry)),
      };
      return line.per === 'place' ? [row, gradientThere(line.name)] : [row];
    });
  }
}
