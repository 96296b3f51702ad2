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
  const opening = name === 'g' && op === '' ? PLACE.exec(expression)?.[0].length : undefined;
  const end = opening === undefined ? null : inRule(expressionAt, () => closing(expression, opening - 1));
  const isPlace = opening !== undefined && end === expression.length - 1;
  const typed = isPlace ? expression.slice(opening, end) : expression;
  inRule(expressionAt + (isPlace ? opening : 0), () => parseSummed(typed, names, [], 0));
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

/** `read` of what stands from `from` on: what a formula says of itself, as a rule has it. */
function inRule<T>(from: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    const { code, position, detail } = error;
    throw new FormulaError(codeInRule(code, detail), from + position, detail);
  }
}

function codeInRule(code: FormulaError['code'], { name, suggestion }: FormulaError['detail']): FormulaError['code'] {
  // A name that nothing gives a value: what a formula calls unknown, a rule may declare.
  if (code === 'unknown-name' && suggestion === undefined) return 'rule-undeclared';
  if (code === 'unknown-function' && name === 'sum') return 'rule-sum';
  if (code === 'unknown-function' && name === 'gradient') return 'rule-gradient';
  return code;
}
