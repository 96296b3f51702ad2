import { parseFormula, type Expr } from '../../formula/index.ts';
import { pythonProgram, type PythonLibrary } from '../../formula/python.ts';
import { parseSummed } from '../../optimizers/sums.ts';
import type { Assignment, Rule } from '../../optimizers/types.ts';
import { pythonName } from './names.ts';

/** No name of a rule begins so. */
export const temp = (i: number) => `_${i}`;

/** A line of a rule as Python's; sums over the coordinates stand before it. */
function lineOf(
  library: PythonLibrary,
  name: string,
  expression: Expr,
  sums: readonly { readonly name: string; readonly term: Expr }[] = [],
) {
  const rename = (one: string) => (one.startsWith('Σ') ? `_sum${one.slice(1)}` : pythonName(one));
  const put = (to: string, e: Expr, wrap: (source: string) => string = (source) => source) => {
    const { lines, outputs } = pythonProgram([e], library, rename, temp);
    return [...lines, [to, wrap(outputs[0] ?? '')] as const].map(([left, right]) => `${left} = ${right}`);
  };
  return [
    // Of a term that is the same for all coordinates, so many times.
    ...sums.flatMap((sum) => put(rename(sum.name), sum.term, (source) => `${library}.sum(${source} + 0.0 * x)`)),
    ...put(pythonName(name), expression),
  ];
}

/**
 * What happens in an update, `f_` and `g` being what it sees at `x`, and `f_and_slope(point)` what it would see elsewhere. `afresh`: what
 * becomes of a gradient that is taken there.
 */
export function updateLines(rule: Rule, library: PythonLibrary, afresh: readonly string[] = []): readonly string[] {
  const names = new Set([...Object.keys(rule.params), ...Object.keys(rule.carried ?? {}), 't']);
  const plain = ([name, text]: Assignment) => {
    const lines = lineOf(library, name, parseFormula(text, [...names]));
    names.add(name);
    return lines;
  };
  const each = [...(rule.state ?? []), 'x', 'g'];
  let sums = 0;
  const summed = ([name, text]: Assignment, inScope: readonly string[]) => {
    const read = parseSummed(text, inScope, each, sums);
    sums += read.sums.length;
    return lineOf(library, name, read.expression, read.sums);
  };
  const lines = (rule.perStep ?? []).flatMap(plain);
  if (rule.gradientAt !== undefined) {
    lines.push(...summed(['_place', rule.gradientAt], [...names, ...each]), '_, g = f_and_slope(_place)', ...afresh);
  }
  if (rule.perPoint) for (const name of ['f', 'fmin']) names.add(name);
  for (const line of rule.perPoint ?? []) {
    lines.push(...summed(line, [...names]));
    names.add(line[0]);
  }
  for (const name of each) names.add(name);
  return [...lines, ...rule.perCoordinate.flatMap(plain)];
}
