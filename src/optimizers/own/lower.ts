import { FormulaError } from '../../formula/index.ts';
import { parseSummed } from '../sums.ts';
import type { Assignment, Rule } from '../types.ts';
import { inserted, namesIn, replaceSums } from './insert.ts';
import type { Line } from './parsed.ts';
import { hasAny, type Stages } from './stages.ts';

type Lowered = Required<Pick<Rule, 'perStep' | 'perPoint' | 'perCoordinate'>> & Pick<Rule, 'gradientAt'>;

/**
 * Lines that run one after another, sorted into a rule's stages so that they still compute the same: a sum sees the values of its own place,
 * written out as far as lines above it changed them; sums and f in a line of its own coordinate get a name once an update.
 * `taken`: names that are in use. Throws FormulaError with the position in the rule.
 */
export function lower(lines: readonly Line[], { each, point }: Stages, taken: ReadonlySet<string>): Lowered {
  const stages = { each, point };
  const early = earlyLines(lines, stages);
  const perStep: Assignment[] = [];
  const perPoint: Assignment[] = [];
  const perCoordinate: Assignment[] = [];
  /** What differs between coordinates as it is by now, in what it was when the update began. */
  const now = new Map<string, string | null>();
  /** What stands for f in lines of one coordinate. */
  const heights = new Map<string, string>();
  const used = new Set(taken);
  const hoisted = (stem: string, text: string): string => {
    let k = 1;
    while (used.has(`${stem}${k}`)) k++;
    const name = `${stem}${k}`;
    used.add(name);
    perPoint.push([name, text]);
    return name;
  };
  const summed = (text: string) => replaceSums(text, (_, term) => `sum(${inserted(term, now)})`);
  for (const line of lines) {
    if (line.isPlace || early.has(line)) continue;
    const { name, text } = line;
    if (!each.has(name)) {
      if (!point.has(name)) perStep.push([name, text]);
      else perPoint.push([name, at(line, () => (line.hasSums ? summed(text) : text))]);
      continue;
    }
    const plain = at(line, () => {
      // From the left, so that they are numbered as they are read.
      const names = sumsFrom(text).map((term) => hoisted('sum', `sum(${inserted(term, now)})`));
      const rest = replaceSums(text, () => names.pop()!);
      for (const one of ['f', 'fmin']) {
        if (namesIn(rest).has(one) && !heights.has(one)) heights.set(one, hoisted(one, one));
      }
      return inserted(rest, heights);
    });
    perCoordinate.push([name, plain]);
    now.set(
      name,
      orNull(() => inserted(plain, now)),
    );
  }
  const place = placeOf(lines, stages);
  return { perStep, perPoint, perCoordinate, ...(place !== null && { gradientAt: place }) };
}

function sumsFrom(text: string): readonly string[] {
  const terms: string[] = [];
  replaceSums(text, (sum, term) => {
    terms.unshift(term);
    return sum;
  });
  return terms;
}

/** What stands above the line that takes the gradient, as far as it is not computed before all. */
function above(lines: readonly Line[], { each, point }: Stages): readonly Line[] {
  const of = lines.slice(
    0,
    Math.max(
      lines.findIndex(({ isPlace }) => isPlace),
      0,
    ),
  );
  return of.filter(({ name }) => each.has(name) || point.has(name));
}

/** Where the gradient is taken, in what there is when the update begins; null: at x. */
function placeOf(lines: readonly Line[], stages: Stages): string | null {
  const line = lines.find(({ isPlace }) => isPlace);
  if (!line) return null;
  return at(line, () => {
    const meanings = new Map<string, string | null>();
    for (const { name, text } of above(lines, stages))
      meanings.set(
        name,
        orNull(() => inserted(text, meanings)),
      );
    const text = inserted(line.text, meanings);
    const names = [...namesIn(text)];
    const whole = names.find((name) => name === 'f' || name === 'fmin');
    if (whole !== undefined) throw new FormulaError('rule-place', 0, { name: whole });
    try {
      parseSummed(text, names, [], 0);
    } catch (error) {
      throw error instanceof FormulaError && error.code === 'unknown-function'
        ? new FormulaError('rule-sum', 0)
        : error;
    }
    return text;
  });
}

/** The lines that read or write the gradient at x before another is taken: they say where, and no more. */
function earlyLines(lines: readonly Line[], stages: Stages): ReadonlySet<Line> {
  const names = new Set(['g']);
  const early = new Set<Line>();
  for (const line of above(lines, stages)) {
    const isEarly = line.name === 'g' || hasAny(names, line.reads) || hasAny(names, line.sums);
    if (isEarly) early.add(line);
    if (isEarly) names.add(line.name);
    else names.delete(line.name);
  }
  const below = lines.slice(lines.findIndex(({ isPlace }) => isPlace) + 1);
  for (const { name, at: place } of early) {
    if (name === 'g') continue;
    // x is what comes of an update; a memory, what the next begins with.
    if (name === 'x' || isReadFirst(name, below) || isReadFirst(name, lines)) {
      throw new FormulaError('rule-early', place, { name });
    }
  }
  return early;
}

/** Whether it is read before a line has written it. */
function isReadFirst(name: string, lines: readonly Line[]): boolean {
  for (const line of lines) {
    if (line.reads.has(name) || line.sums.has(name)) return true;
    if (line.name === name) return false;
  }
  return false;
}

function orNull(make: () => string): string | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof FormulaError) return null;
    throw error;
  }
}

/** `make`, whose errors are at the line's expression. */
function at(line: Line, make: () => string): string {
  try {
    return make();
  } catch (error) {
    if (error instanceof FormulaError) throw new FormulaError(error.code, line.expressionAt, error.detail);
    throw error;
  }
}
