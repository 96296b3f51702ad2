import type { Expr } from './ast.ts';
import { createProgram, type Slots } from './evaluate.ts';
import { functions } from './functions.ts';
import { countUses, createGraph, type Operation } from './share.ts';

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

/**
 * Assignments as `compileAssignments` takes them, over many coordinates at once: each name of `columns` is an array with an entry a coordinate, every other name one
 * number in the array of slots. Those of `written` get their last value. The operations and their order are those of `compileAssignments`, so the results are equal bits;
 * what holds no column is computed once. `columns` stand in the order of their names and are of one length.
 */
export function compileColumns(
  lines: readonly (readonly [name: string, e: Expr])[],
  slots: Slots,
  columns: readonly string[],
  written: readonly string[],
): (values: Float64Array, columns: readonly (Float64Array | Float32Array)[]) => void {
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
  nodes.forEach((node) =>
    varies.push(
      node.kind === 'read'
        ? columns.includes(node.name)
        : node.kind === 'operation' && node.args.some((a) => varies[a]),
    ),
  );
  const wanted = [...nodes.keys()].filter((id) => used[id]);
  const same = wanted.filter((id) => !varies[id]);
  const uniform = createProgram(
    nodes,
    (name) => slots.indexOf(name),
    same.map((id, place) => [id, place]),
  );
  const numbers = new Float64Array(same.length);
  const rows = nodes.map((_, id) => new Float64Array(used[id] ? BLOCK : 0));
  const reads: { readonly row: Row; readonly column: number }[] = [];
  const work: { readonly loop: Loop; readonly out: Row; readonly a: Row; readonly b: Row }[] = [];
  for (const id of wanted) {
    const node = nodes[id]!;
    if (!varies[id]) continue;
    if (node.kind === 'read') reads.push({ row: rows[id]!, column: columns.indexOf(node.name) });
    if (node.kind !== 'operation') continue;
    const [a = 0, b = a] = node.args;
    work.push({ loop: loopOf(node.op), out: rows[id]!, a: rows[a]!, b: rows[b]! });
  }

  return (values, arrays) => {
    uniform(values, numbers);
    same.forEach((id, place) => rows[id]!.fill(numbers[place]!));
    const length = arrays[0]?.length ?? 0;
    for (let from = 0; from < length; from += BLOCK) {
      const n = Math.min(BLOCK, length - from);
      for (const { row, column } of reads) load(row, arrays[column]!, from, n);
      for (const { loop, out, a, b } of work) loop(out, a, b, n);
      for (const { id, column } of stores) store(rows[id]!, arrays[column]!, from, n);
    }
  };
}

function load(row: Row, column: Float64Array | Float32Array, from: number, n: number): void {
  for (let i = 0; i < n; i++) row[i] = column[from + i]!;
}

function store(row: Row, column: Float64Array | Float32Array, from: number, n: number): void {
  for (let i = 0; i < n; i++) column[from + i] = row[i]!;
}
