import type { Expr } from './ast.ts';
import { createProgram, type Slots } from './evaluate.ts';
import { functions } from './functions.ts';
import { countUses, createGraph, type GraphNode, type Operation } from './share.ts';

/** Coordinates that go through one operation after another while they are in the nearest cache. */
const BLOCK = 256;

type Row = Float64Array;
type Loop = (out: Row, a: Row, b: Row, n: number) => void;

/** Each its own loop, so that the engine sees one operation in it. */
const loops: Readonly<Partial<Record<Operation, Loop>>> = {
  add: (out, a, b, n) => {
    for (let i = 0; i < n; i++) out[i] = a[i]! + b[i]!;
  },
  subtract: (out, a, b, n) => {
    for (let i = 0; i < n; i++) out[i] = a[i]! - b[i]!;
  },
  multiply: (out, a, b, n) => {
    for (let i = 0; i < n; i++) out[i] = a[i]! * b[i]!;
  },
  divide: (out, a, b, n) => {
    for (let i = 0; i < n; i++) out[i] = a[i]! / b[i]!;
  },
  negate: (out, a, _, n) => {
    for (let i = 0; i < n; i++) out[i] = -a[i]!;
  },
  power: (out, a, b, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.pow(a[i]!, b[i]!);
  },
  sqrt: (out, a, _, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.sqrt(a[i]!);
  },
};

function loopOf(op: Operation): Loop {
  const known = loops[op];
  if (known) return known;
  if (!(op in functions)) throw new TypeError(`no loop for ${op}`);
  const { evaluate } = functions[op as keyof typeof functions];
  return (out, a, b, n) => {
    for (let i = 0; i < n; i++) out[i] = evaluate(a[i]!, b[i]!);
  };
}

/** Assignments over many coordinates: see `compileColumns`. */
export type RunColumns = (values: Float64Array, columns: readonly (Float64Array | Float32Array)[]) => void;

export type CompileColumns = (
  lines: readonly (readonly [name: string, e: Expr])[],
  slots: Slots,
  columns: readonly string[],
  written: readonly string[],
) => RunColumns;

/** What there is to do, apart from how. Nodes go by their place in `nodes`, columns by their place among the names. */
export interface ColumnProgram {
  readonly nodes: readonly GraphNode[];
  /** The nodes that hold a column and are needed, in an order in which they can be computed. */
  readonly varying: readonly number[];
  /** The needed nodes that hold none: `uniform` writes their values, in this order, from the array of slots. */
  readonly same: readonly number[];
  readonly uniform: (values: Float64Array, numbers: Float64Array) => void;
  readonly stores: readonly { readonly id: number; readonly column: number }[];
}

export function columnProgram(...[lines, slots, columns, written]: Parameters<CompileColumns>): ColumnProgram {
  const graph = createGraph();
  const last = new Map<string, number>();
  for (const [name, e] of lines) {
    const id = graph.valueOf(e);
    graph.assign(name, id);
    last.set(name, id);
  }
  const { nodes } = graph;
  const stores = columns.flatMap((name, column) => {
    const id = written.includes(name) ? last.get(name) : undefined;
    return id === undefined ? [] : [{ id, column }];
  });
  const used = countUses(
    nodes,
    stores.map(({ id }) => id),
  );
  const varies: boolean[] = [];
  for (const node of nodes) {
    if (node.kind === 'operation') varies.push(node.args.some((arg) => varies[arg]));
    else varies.push(node.kind === 'read' && columns.includes(node.name));
  }
  const wanted = [...nodes.keys()].filter((id) => used[id]);
  const same = wanted.filter((id) => !varies[id]);
  const uniform = createProgram(
    nodes,
    (name) => slots.indexOf(name),
    same.map((id, place) => [id, place]),
  );
  return { nodes, varying: wanted.filter((id) => varies[id]), same, uniform, stores };
}

/**
 * Assignments as `compileAssignments` takes them, over many coordinates at once: each name of `columns` is an array with an entry a coordinate, every other name one
 * number in the array of slots. Those of `written` get their last value. The operations and their order are those of `compileAssignments`, so the results are equal bits;
 * what holds no column is computed once. `columns` stand in the order of their names and are of one length.
 */
export const compileColumns: CompileColumns = (lines, slots, columns, written) => {
  const { nodes, varying, same, uniform, stores } = columnProgram(lines, slots, columns, written);
  const numbers = new Float64Array(same.length);
  const rows = new Map([...same, ...varying].map((id) => [id, new Float64Array(BLOCK)]));
  const reads: { readonly row: Row; readonly column: number }[] = [];
  const work: { readonly loop: Loop; readonly out: Row; readonly a: Row; readonly b: Row }[] = [];
  for (const id of varying) {
    const node = nodes[id]!;
    const out = rows.get(id)!;
    if (node.kind === 'read') reads.push({ row: out, column: columns.indexOf(node.name) });
    if (node.kind !== 'operation') continue;
    const [a = 0, b = a] = node.args;
    work.push({ loop: loopOf(node.op), out, a: rows.get(a)!, b: rows.get(b)! });
  }

  return (values, arrays) => {
    uniform(values, numbers);
    same.forEach((id, place) => rows.get(id)!.fill(numbers[place]!));
    const length = arrays[0]?.length ?? 0;
    for (let from = 0; from < length; from += BLOCK) {
      const n = Math.min(BLOCK, length - from);
      for (const { row, column } of reads) load(row, arrays[column]!, from, n);
      for (const { loop, out, a, b } of work) loop(out, a, b, n);
      for (const { id, column } of stores) store(rows.get(id)!, arrays[column]!, from, n);
    }
  };
};

function load(row: Row, column: Float64Array | Float32Array, from: number, n: number): void {
  for (let i = 0; i < n; i++) row[i] = column[from + i]!;
}

function store(row: Row, column: Float64Array | Float32Array, from: number, n: number): void {
  for (let i = 0; i < n; i++) column[from + i] = row[i]!;
}
