import { compileAssignments, type Expr, type Slots } from '../formula/index.ts';
import { parseSummed, type Sum } from './sums.ts';
import type { Assignment } from './types.ts';

/** A line that may hold sums, read. */
export interface PointLine {
  readonly name: string;
  readonly expression: Expr;
  readonly sums: readonly Sum[];
}

/** Each line sees `names`, and what the lines above it assigned; `names` grows. `each`: what differs from coordinate to coordinate. */
export function parsePointLines(
  lines: readonly Assignment[],
  names: Set<string>,
  each: readonly string[],
  known = 0,
): readonly PointLine[] {
  let count = known;
  return lines.map(([name, text]) => {
    const read = parseSummed(text, [...names], each, count);
    count += read.sums.length;
    names.add(name);
    return { name, ...read };
  });
}

/** A line at work on an array of slots. */
interface PointStage {
  /** Once a coordinate: leaves its terms of the sums in their slots. null: no sums. */
  readonly terms: ((values: Float64Array) => void) | null;
  readonly termSlots: Int32Array;
  readonly sumSlots: Int32Array;
  /** Once, the sums being in their slots. */
  readonly assign: (values: Float64Array) => void;
}

/** Calls for coordinate `i`: sets slots `x`, `g` and those of the state. */
export type LoadCoordinate = (values: Float64Array, i: number) => void;

function stageOf({ name, expression, sums }: PointLine, slots: Slots): PointStage {
  const term = (sum: Sum) => `term of ${sum.name}`;
  return {
    terms:
      sums.length === 0
        ? null
        : compileAssignments(
            sums.map((sum) => [term(sum), sum.term]),
            slots,
          ),
    termSlots: Int32Array.from(sums, (sum) => slots.indexOf(term(sum))),
    sumSlots: Int32Array.from(sums, (sum) => slots.indexOf(sum.name)),
    assign: compileAssignments([[name, expression]], slots),
  };
}

/** The lines as one program over a whole point of `n` coordinates; sums run over them in order. */
export type PointProgram = (values: Float64Array, n: number, load: LoadCoordinate) => void;

export function compilePoint(lines: readonly PointLine[], slots: Slots): PointProgram {
  const stages = lines.map((line) => stageOf(line, slots));
  const totals = new Float64Array(Math.max(0, ...stages.map(({ termSlots }) => termSlots.length)));
  return (values, n, load) => {
    for (const { terms, termSlots, sumSlots, assign } of stages) {
      if (terms) {
        totals.fill(0);
        for (let i = 0; i < n; i++) {
          load(values, i);
          terms(values);
          for (let k = 0; k < termSlots.length; k++) totals[k] = totals[k]! + values[termSlots[k]!]!;
        }
        for (let k = 0; k < sumSlots.length; k++) values[sumSlots[k]!] = totals[k]!;
      }
      assign(values);
    }
  };
}

/** Where the gradient is taken. */
export interface CompiledPlace {
  readonly line: PointLine;
  /** Once: the sums in its expression. */
  readonly sums: PointProgram;
  /** Once a coordinate, slots being as `LoadCoordinate` sets them: the place, in `slot`. */
  readonly at: (values: Float64Array) => void;
  readonly slot: number;
}

/** The place as a name that no formula can hold. */
export const PLACE = 'x̃';

export function compilePlace(line: PointLine, slots: Slots): CompiledPlace {
  return {
    line,
    sums: compilePoint(line.sums.length > 0 ? [{ ...line, expression: { kind: 'number', value: 0 } }] : [], slots),
    at: compileAssignments([[PLACE, line.expression]], slots),
    slot: slots.indexOf(PLACE),
  };
}

/** What a compiled rule has of it. */
interface PointPrograms {
  readonly place: CompiledPlace | null;
  readonly perPoint: PointProgram | null;
  readonly slot: { readonly f: number; readonly fmin: number };
}

/** What a rule reads of the surface besides the gradient at x. */
export interface PointSurface {
  /** f at x. */
  readonly f: number;
  /** The least value known, or NaN. */
  readonly fmin: number;
  /** Writes ∂f/∂xᵢ at `at` (n) into `into` (n), as the update sees it. */
  readonly gradient: (at: Float64Array, into: Float64Array) => void;
}

/**
 * All that a rule does between `perStep` and `perCoordinate`, nothing for most rules. `seen` (n) holds the gradient at x and, where it is
 * taken elsewhere, is overwritten by that; `load` reads it.
 */
export function preparePoint(
  { place, perPoint, slot }: PointPrograms,
  values: Float64Array,
  seen: Float64Array,
  load: LoadCoordinate,
  { f, fmin, gradient }: PointSurface,
): void {
  const n = seen.length;
  if (place) {
    place.sums(values, n, load);
    const at = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      load(values, i);
      place.at(values);
      at[i] = values[place.slot]!;
    }
    gradient(at, seen);
  }
  if (!perPoint) return;
  values[slot.f] = f;
  values[slot.fmin] = fmin;
  perPoint(values, n, load);
}
