import { FormulaError, freeNames, type Expr } from '../../formula/index.ts';
import type { ParamSpec } from '../../params/spec.ts';
import { lr } from '../params.ts';
import type { Rule } from '../types.ts';
import { expressionOf, parseLine, readLines, type WrittenLine } from './lines.ts';
import { ownParam } from './names.ts';

/** A rule of somebody's own, with what its author calls it. */
export interface OwnRule {
  readonly title: string;
  readonly rule: Rule;
  /** The author gave lr a value; else it is found for each surface as for other optimizers. */
  readonly saysRate: boolean;
}

/** lr of a rule that reads it and gives it no value, where trial runs find none. */
const RATE = 0.01;
/** What a rule has without saying so: the coordinate, the slope along it, the number of the update. */
const GIVEN = ['x', 'g', 't'] as const;

interface Line extends WrittenLine {
  readonly expr: Expr;
  readonly reads: ReadonlySet<string>;
}

/**
 * Reads an update rule as a page of a textbook writes it, a line an assignment; which stage a line belongs to follows from what it reads.
 * A number alone is a parameter. What hangs on x or g is computed once a coordinate, all else once an update. A name that is read
 * before it is written is memory and begins at 0 (once an update: at the number that an earlier line gives it).
 *
 * @throws {FormulaError} with the position in `text`, and nothing else.
 */
export function readRule(text: string): OwnRule {
  const { title, lines: written } = readLines(text);
  const names = new Set([...GIVEN, 'lr', ...written.map(({ name }) => name)]);
  const lines = written.map((line): Line => {
    const expr = parseLine(line, [...names]);
    return { ...line, expr, reads: freeNames(expr) };
  });
  const { params, starts, work } = constantsOf(lines);
  const varying = varyingNames(work);
  const once = work.filter(({ name }) => !varying.has(name));
  const each = work.filter(({ name }) => varying.has(name));
  if (!each.some(({ name }) => name === 'x')) throw new FormulaError('rule-no-x', text.trimEnd().length);

  const saysRate = Object.hasOwn(params, 'lr');
  const isWritten = work.some(({ name }) => name === 'lr');
  if (!saysRate && !isWritten && work.some(({ reads }) => reads.has('lr'))) params['lr'] = lr(RATE);
  checkOrder(once, each);
  const carried = readFirst(once);
  const state = readFirst(each).filter((name) => name !== 'x' && name !== 'g');
  for (const [name, { value, at }] of starts) {
    if (varying.has(name) && value !== 0) throw new FormulaError('rule-start', at, { name });
  }
  const assignments = (of: readonly Line[]) => of.map((line) => [line.name, expressionOf(line)] as const);
  return {
    title,
    saysRate,
    rule: {
      params,
      ...(carried.length > 0 && {
        carried: Object.fromEntries(carried.map((name) => [name, starts.get(name)?.value ?? 0])),
      }),
      ...(once.length > 0 && { perStep: assignments(once) }),
      ...(state.length > 0 && { state }),
      perCoordinate: assignments(each),
    },
  };
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

/** The names whose values differ from coordinate to coordinate. */
function varyingNames(work: readonly Line[]): ReadonlySet<string> {
  const varying = new Set<string>(['x', 'g']);
  for (let before = 0; before !== varying.size;) {
    before = varying.size;
    for (const { name, reads } of work) if ([...reads].some((read) => varying.has(read))) varying.add(name);
  }
  return varying;
}

/** The names that are read before a line of these has written them and are written by one: what is kept from update to update. */
function readFirst(lines: readonly Line[]): readonly string[] {
  const written = new Set(lines.map(({ name }) => name));
  const done = new Set<string>();
  const first = new Set<string>();
  for (const { name, reads } of lines) {
    for (const read of reads) if (written.has(read) && !done.has(read)) first.add(read);
    done.add(name);
  }
  return [...first];
}

/** What is computed once an update comes before what is computed for x and for y: a line that would read it too early is refused. */
function checkOrder(once: readonly Line[], each: readonly Line[]): void {
  for (const line of each) {
    const late = once.find(({ name, at }) => line.reads.has(name) && at > line.at);
    if (late) throw new FormulaError('rule-order', late.at, { name: late.name });
  }
}
