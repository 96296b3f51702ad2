import {
  columnProgram,
  compileColumns,
  type ColumnProgram,
  type CompileColumns,
  type Operation,
} from '../formula/index.ts';
import {
  assemble,
  f64x2,
  get,
  i32,
  increase,
  load,
  loadDoubleSplat,
  repeat,
  set,
  splatDouble,
  store,
  v128,
  type Bytes,
  type Instantiate,
} from '../math/wasm.ts';

interface ColumnFunctions {
  /** From a byte of the first column to the end; other columns and the numbers lie at fixed places. */
  run(from: number, to: number): void;
}

/** Coordinates that are in the module's memory at once: small enough to stay in a near cache. */
const BLOCK = 2048;
const COLUMN_BYTES = 8 * BLOCK;

const operations: Readonly<Partial<Record<Operation, Bytes>>> = {
  ...{ add: f64x2.add, subtract: f64x2.subtract, multiply: f64x2.multiply, divide: f64x2.divide },
  ...{ negate: f64x2.negate, sqrt: f64x2.sqrt, abs: f64x2.abs, min: f64x2.min, max: f64x2.max },
};

/** `compileColumns` by WebAssembly SIMD, two coordinates at a time, to the same bits; formulas with more than arithmetic, and engines without SIMD, go by the plain loops. */
export const simdColumns =
  (instantiate: Instantiate<ColumnFunctions>): CompileColumns =>
  (lines, slots, columns, written) => {
    const program = columnProgram(lines, slots, columns, written);
    const module = columnsModule(program, columns);
    const { same, uniform, stores } = program;
    const made = module && instantiate(module, COLUMN_BYTES * columns.length + 8 * same.length);
    if (!made) return compileColumns(lines, slots, columns, written);
    const { buffer, functions } = made;
    const room = columns.map((_, column) => new Float64Array(buffer, COLUMN_BYTES * column, BLOCK));
    const numbers = new Float64Array(buffer, COLUMN_BYTES * columns.length, same.length);
    return (values, arrays) => {
      uniform(values, numbers);
      const length = arrays[0]?.length ?? 0;
      for (let from = 0; from < length; from += BLOCK) {
        const n = Math.min(BLOCK, length - from);
        arrays.forEach((array, column) => room[column]!.set(array.subarray(from, from + n)));
        functions.run(0, 16 * Math.ceil(n / 2));
        for (const { column } of stores) arrays[column]!.set(room[column]!.subarray(0, n), from);
      }
    };
  };

/** null where the program holds an operation that WebAssembly has not. */
function columnsModule(
  { nodes, varying, same, stores }: ColumnProgram,
  columns: readonly string[],
): Uint8Array<ArrayBuffer> | null {
  const [AT, TO, FIRST] = [0, 1, 2];
  const local = new Map([...same, ...varying].map((id, place) => [id, FIRST + place]));
  const own = (id: number): Bytes => get(local.get(id)!);
  const pair: Bytes[] = [];
  for (const id of varying) {
    const node = nodes[id]!;
    if (node.kind === 'read') pair.push([...get(AT), ...load(COLUMN_BYTES * columns.indexOf(node.name))]);
    if (node.kind === 'operation') {
      const content = node.op === 'sign' ? signOf(own(node.args[0]!)) : operations[node.op];
      if (!content) return null;
      pair.push(node.op === 'sign' ? content : [...node.args.flatMap(own), ...content]);
    }
    pair.push(set(local.get(id)!));
  }
  const body = [
    ...same.flatMap((id, place) => [
      ...[...i32(0), ...loadDoubleSplat(COLUMN_BYTES * columns.length + 8 * place)],
      ...set(local.get(id)!),
    ]),
    ...repeat(
      [
        ...pair.flat(),
        ...stores.flatMap(({ id, column }) => [...get(AT), ...own(id), ...store(COLUMN_BYTES * column)]),
        ...increase(AT, i32(16)),
      ],
      get(AT),
      get(TO),
    ),
  ];
  const locals = [...local].map(() => 'v128' as const);
  return assemble(['columns', 'memory'], [{ name: 'run', params: ['i32', 'i32'], locals, body }]);
}

/** 1, −1, or what is there: ±0 and NaN. */
const signOf = (x: Bytes): Bytes => [
  ...splatDouble(1),
  ...[...splatDouble(-1), ...x, ...x, ...splatDouble(0), ...f64x2.less, ...v128.choose],
  ...[...x, ...splatDouble(0), ...f64x2.greater, ...v128.choose],
];
