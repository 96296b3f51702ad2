import type { Expr } from './ast.ts';
import { functions } from './functions.ts';
import { countUses, createGraph, type GraphNode, type Operation } from './share.ts';

/** Names laid out over one flat array of values. */
export interface Slots {
  /** The name's place; a name not yet known gets the next one. */
  indexOf(name: string): number;
  has(name: string): boolean;
  readonly size: number;
  names(): readonly string[];
}

export function createSlots(names: readonly string[] = []): Slots {
  const places = new Map<string, number>();
  const indexOf = (name: string): number => {
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    return place;
  };
  names.forEach(indexOf);
  return {
    indexOf,
    has: (name) => places.has(name),
    get size() {
      return places.size;
    },
    names: () => [...places.keys()],
  };
}

const ADD = 0;
const SUBTRACT = 1;
const MULTIPLY = 2;
const DIVIDE = 3;
const NEGATE = 4;
const SQRT = 5;
const POWER = 6;
const CALL = 7;
const CODES: ReadonlyMap<Operation, number> = new Map<Operation, number>([
  ['add', ADD],
  ['subtract', SUBTRACT],
  ['multiply', MULTIPLY],
  ['divide', DIVIDE],
  ['negate', NEGATE],
  ['sqrt', SQRT],
  ['power', POWER],
]);

type Move = readonly [register: number, place: number];

/**
 * A program over registers (one per node of the graph): reads, then operations, then writes.
 *
 * One closure over an instruction array, not a closure per node: measured on gradients of five surfaces, a tree of
 * closures took 2.5–6 times as long once the engine had seen several formulas at its call sites, and it repeats shared
 * parts. `new Function` would be faster still and is forbidden (the page's policy).
 */
export function createProgram(
  nodes: readonly GraphNode[],
  placeOf: (name: string) => number,
  writes: readonly Move[],
): (source: Float64Array, target: Float64Array) => void {
  const used = countUses(
    nodes,
    writes.map(([register]) => register),
  );
  const registers = new Float64Array(nodes.length);
  const reads: Move[] = [];
  const calls: ((a: number, b: number) => number)[] = [];
  const instructions: number[] = [];
  nodes.forEach((node, id) => {
    if (!used[id]) return;
    if (node.kind === 'constant') registers[id] = node.value;
    else if (node.kind === 'read') reads.push([id, placeOf(node.name)]);
    else {
      const [a = 0, b = a] = node.args;
      let code = CODES.get(node.op);
      if (code === undefined) {
        if (!(node.op in functions)) throw new TypeError(`no instruction for ${node.op}`);
        code = CALL + calls.push(functions[node.op as keyof typeof functions].evaluate) - 1;
      }
      instructions.push(code, id, a, b);
    }
  });
  return interpreter(registers, Int32Array.from(instructions), calls, flat(reads), flat(writes));
}

const flat = (moves: readonly Move[]): Int32Array => Int32Array.from(moves.flat());

/* Indices are in range by construction; `!` only answers noUncheckedIndexedAccess. */
function interpreter(
  r: Float64Array,
  program: Int32Array,
  calls: readonly ((a: number, b: number) => number)[],
  reads: Int32Array,
  writes: Int32Array,
): (source: Float64Array, target: Float64Array) => void {
  return (source, target) => {
    for (let i = 0; i < reads.length; i += 2) r[reads[i]!] = source[reads[i + 1]!]!;
    for (let i = 0; i < program.length; i += 4) {
      const code = program[i]!;
      const a = r[program[i + 2]!]!;
      const b = r[program[i + 3]!]!;
      let value: number;
      switch (code) {
        case ADD:
          value = a + b;
          break;
        case SUBTRACT:
          value = a - b;
          break;
        case MULTIPLY:
          value = a * b;
          break;
        case DIVIDE:
          value = a / b;
          break;
        case NEGATE:
          value = -a;
          break;
        case SQRT:
          value = Math.sqrt(a);
          break;
        case POWER:
          value = Math.pow(a, b);
          break;
        default:
          value = calls[code - CALL]!(a, b);
      }
      r[program[i + 1]!] = value;
    }
    for (let i = 0; i < writes.length; i += 2) target[writes[i + 1]!] = r[writes[i]!]!;
  };
}

/**
 * All expressions at once in float64. `env` holds the values in the order of `names`, `out` receives one value per
 * expression; they may be one array. Nothing is allocated per call. Throws TypeError for a name that is not in `names`.
 */
export function compile(
  exprs: readonly Expr[],
  names: readonly string[],
): (env: Float64Array, out: Float64Array) => void {
  const graph = createGraph();
  const writes = exprs.map((e, i): Move => [graph.valueOf(e), i]);
  const places = new Map(names.map((name, i) => [name, i]));
  const placeOf = (name: string): number => {
    const place = places.get(name);
    if (place === undefined) throw new TypeError(`no value is given for "${name}"`);
    return place;
  };
  return createProgram(graph.nodes, placeOf, writes);
}

/**
 * Assignments in order over one array of slots: a line sees what the lines above it assigned. A name that is read or
 * assigned and not yet known gets a slot; allocate the array (`slots.size`) after compiling.
 */
export function compileAssignments(
  lines: readonly (readonly [name: string, e: Expr])[],
  slots: Slots,
): (values: Float64Array) => void {
  const graph = createGraph();
  const last = new Map<string, number>();
  for (const [name, e] of lines) {
    const id = graph.valueOf(e);
    graph.assign(name, id);
    last.set(name, id);
  }
  const writes = [...last].map(([name, id]): Move => [id, slots.indexOf(name)]);
  const run = createProgram(graph.nodes, (name) => slots.indexOf(name), writes);
  return (values) => run(values, values);
}
