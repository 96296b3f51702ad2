import { FormulaError, type Expr } from '../../formula/index.ts';
import type { ParamSpec } from '../../params/spec.ts';
import { compileRule } from '../compile.ts';
import { lr } from '../params.ts';
import type { Rule } from '../types.ts';
import { readLines } from './lines.ts';
import { lower } from './lower.ts';
import { ownParam } from './names.ts';
import { parseLine, type Line } from './parsed.ts';
import { stagesOf, type Stages } from './stages.ts';

/** A rule of somebody's own, with what its author calls it. */
export interface OwnRule {
  readonly title: string;
  readonly rule: Rule;
  /** The author gave lr a value; else it is found for each surface as for other optimizers. */
  readonly saysRate: boolean;
}

/** lr of a rule that reads it and gives it no value, where trial runs find none. */
const RATE = 0.01;
/** What a rule has without saying so: the coordinate, the slope along it, the number of the update; the height and the least that is known of it. */
const GIVEN = ['x', 'g', 't', 'f', 'fmin'] as const;

/**
 * Reads an update rule as a page of a textbook writes it, a line an assignment; which stage a line belongs to follows from what it reads.
 * A number alone is a parameter. What hangs on x or g is computed once a coordinate, all else once an update; `sum(…)` runs over the
 * coordinates, `g = gradient(…)` takes the gradient at another place. A name that is read before it is written is memory and begins at 0
 * (once an update: at the number that an earlier line gives it).
 *
 * @throws {FormulaError} with the position in `text`, and nothing else.
 */
export function readRule(text: string): OwnRule {
  const { title, lines: written } = readLines(text);
  const names = [...new Set([...GIVEN, 'lr', ...written.map(({ name }) => name)])];
  const { params, starts, work } = constantsOf(written.map((line) => parseLine(line, names)));
  const stages = stagesOf(work);
  if (!work.some(({ name }) => name === 'x')) throw new FormulaError('rule-no-x', text.trimEnd().length);

  const again = work.filter(({ isPlace }) => isPlace)[1];
  if (again) throw new FormulaError('rule-gradient', again.expressionAt);

  const saysRate = Object.hasOwn(params, 'lr');
  const isWritten = work.some(({ name }) => name === 'lr');
  if (!saysRate && !isWritten && work.some((line) => reads(line, 'lr'))) params['lr'] = lr(RATE);
  checkOrder(work, stages);
  const { perStep, perPoint, ...rest } = lower(work, stages, new Set([...names, ...Object.keys(params)]));
  const carried = readFirst(work, (name) => !stages.each.has(name));
  const state = readFirst(work, (name) => stages.each.has(name) && name !== 'x' && name !== 'g');
  for (const [name, { value, at }] of starts) {
    if (stages.each.has(name) && value !== 0) throw new FormulaError('rule-start', at, { name });
  }
  const rule: Rule = {
    params,
    ...(carried.length > 0 && {
      carried: Object.fromEntries(carried.map((name) => [name, starts.get(name)?.value ?? 0])),
    }),
    ...(perStep.length > 0 && { perStep }),
    ...(perPoint.length > 0 && { perPoint }),
    ...(state.length > 0 && { state }),
    ...rest,
  };
  try {
    compileRule(rule);
  } catch (error) {
    // Each line is a formula; what was written out of several may be too large for one.
    throw error instanceof FormulaError ? new FormulaError(error.code, text.trimEnd().length, error.detail) : error;
  }
  return { title, saysRate, rule };
}

/** Parameters, values to begin with, and the lines that compute. A number is a value to begin with where a later line writes the name again. */
function constantsOf(lines: readonly Line[]) {
  const params: Record<string, ParamSpec> = {};
  const starts = new Map<string, { readonly value: number; readonly at: number }>();
  const seen = new Set<string>();
  const work = lines.filter((line) => {
    const { name, at } = line;
    const value = line.op === '' && name !== 'x' && name !== 'g' && !seen.has(name) ? numberOf(line.expr) : null;
    seen.add(name);
    if (value === null) return true;
    if (lines.some((other) => other !== line && other.name === name)) starts.set(name, { value, at });
    else params[name] = ownParam(name, value);
    return false;
  });
  return { params, starts, work };
}

/** A number as it stands, or one behind a minus. */
function numberOf(e: Expr): number | null {
  if (e.kind === 'negation') {
    const value = numberOf(e.arg);
    return value === null ? null : -value;
  }
  return e.kind === 'number' && e.symbol === undefined ? e.value : null;
}

/** The names, of those that are `wanted`, that are read before a line has written them and are written by one: what is kept from update to update. */
function readFirst(lines: readonly Line[], wanted: (name: string) => boolean): readonly string[] {
  const written = new Set(lines.map(({ name }) => name).filter(wanted));
  const done = new Set<string>();
  const first = new Set<string>();
  for (const line of lines) {
    for (const name of [...line.reads, ...line.sums]) if (written.has(name) && !done.has(name)) first.add(name);
    done.add(line.name);
  }
  return [...first];
}

const reads = (line: Line, name: string): boolean => line.reads.has(name) || line.sums.has(name);

/** What is computed once an update comes before what is computed for x and for y: a line that would read it too early is refused. */
function checkOrder(work: readonly Line[], { each, point }: Stages): void {
  const once = work.filter(({ name }) => !each.has(name));
  for (const line of work.filter(({ name }) => each.has(name))) {
    // Where the gradient is taken is found before the point is looked at.
    const late = once.find(
      ({ name, at }) => at > line.at && (line.isPlace ? reads(line, name) && !point.has(name) : line.reads.has(name)),
    );
    if (late) throw new FormulaError('rule-order', late.at, { name: late.name });
  }
}
