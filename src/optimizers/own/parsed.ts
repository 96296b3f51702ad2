import { FormulaError, freeNames, type Expr } from '../../formula/index.ts';
import { closing, parseSummed } from '../sums.ts';
import { expressionOf, type WrittenLine } from './lines.ts';

/** A line of a rule, read. */
export interface Line {
  readonly name: string;
  /** Where the line and its expression begin in the text. */
  readonly at: number;
  readonly expressionAt: number;
  readonly op: WrittenLine['op'];
  /** What it computes, on one line and with the operator written out; of `g = gradient(…)` what stands in the parentheses. */
  readonly text: string;
  readonly expr: Expr;
  /** The names outside of sums, and those within. */
  readonly reads: ReadonlySet<string>;
  readonly sums: ReadonlySet<string>;
  readonly hasSums: boolean;
  /** `g = gradient(…)`: where the gradient is taken. */
  readonly isPlace: boolean;
}

const PLACE = /^gradient\s*\(/;

/** Reads a line's expression over `names`. Throws FormulaError with the position in the whole text. */
export function parseLine(line: WrittenLine, names: readonly string[]): Line {
  const { name, at, expression, expressionAt, op } = line;
  const opening = name === 'g' && op === '' ? PLACE.exec(expression)?.[0] : undefined;
  const placed = (position: number, read: () => void) => {
    try {
      read();
    } catch (error) {
      throw error instanceof FormulaError ? inRule(error, position) : error;
    }
  };
  let isPlace = false;
  placed(expressionAt, () => {
    isPlace = opening !== undefined && closing(expression, opening.length - 1) === expression.length - 1;
  });
  const from = isPlace ? opening!.length : 0;
  const typed = isPlace ? expression.slice(from, -1) : expression;
  placed(expressionAt + from, () => parseSummed(typed, names, [], 0));
  const text = isPlace ? typed.trim() : expressionOf(line);
  const { expression: expr, sums } = parseSummed(text, names, [], 0);
  const own = new Set(sums.map((sum) => sum.name));
  return {
    ...{ name, at, expressionAt, op, text, expr, isPlace },
    reads: new Set([...freeNames(expr)].filter((read) => !own.has(read))),
    sums: new Set(sums.flatMap(({ term }) => [...freeNames(term)])),
    hasSums: sums.length > 0,
  };
}

/** What a formula says of itself, as a rule has it. */
function inRule({ code, position, detail }: FormulaError, from: number): FormulaError {
  const { name, suggestion } = detail;
  const say = (own: FormulaError['code']) => new FormulaError(own, from + position, detail);
  // A name that nothing gives a value: what a formula calls unknown, a rule may declare.
  if (code === 'unknown-name' && suggestion === undefined) return say('rule-undeclared');
  if (code === 'unknown-function' && name === 'sum') return say('rule-sum');
  if (code === 'unknown-function' && name === 'gradient') return say('rule-gradient');
  return say(code);
}
