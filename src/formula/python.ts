import type { Expr, FunctionName } from './ast.ts';
import { functions } from './functions.ts';
import { countUses, createGraph, type GraphNode, type Operation } from './share.ts';

const INFIX: ReadonlyMap<Operation, string> = new Map<Operation, string>([
  ['add', '+'],
  ['subtract', '-'],
  ['multiply', '*'],
  ['divide', '/'],
  ['power', '**'],
]);

/** Where NumPy and torch call a function otherwise; both know the rest by our names. */
const SPELT: Readonly<Partial<Record<FunctionName, Readonly<Record<PythonLibrary, string>>>>> = {
  atan: { np: 'arctan', torch: 'atan' },
  min: { np: 'minimum', torch: 'minimum' },
  max: { np: 'maximum', torch: 'maximum' },
};

/** The module whose functions a program calls, under the name by which it is imported. */
export type PythonLibrary = 'np' | 'torch';

/** Every digit. */
export function pythonNumber(value: number): string {
  if (Number.isNaN(value)) return 'float("nan")';
  if (!Number.isFinite(value)) return value > 0 ? 'float("inf")' : 'float("-inf")';
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

interface Text {
  readonly source: string;
  /** No parentheses are wanted around it, whatever it stands in. */
  readonly whole: boolean;
}

/**
 * Python of several formulas over NumPy's float64 or torch's tensors, what they share computed once: `lines` to stand above, then
 * `outputs`, one a formula. The operations are those of the closures in float64 (see `share.ts`), so that results differ at most by the
 * last bit of a sine or a power. `rename` gives the text of a variable, `temp(i)` the name of line i.
 */
export function pythonProgram(
  exprs: readonly Expr[],
  library: PythonLibrary,
  rename: (name: string) => string = (name) => name,
  temp: (i: number) => string = (i) => `u${i}`,
): { readonly lines: readonly (readonly [name: string, source: string])[]; readonly outputs: readonly string[] } {
  const graph = createGraph();
  const outputs = exprs.map((e) => graph.valueOf(e));
  const { nodes } = graph;
  const uses = countUses(nodes, outputs);
  const lines: (readonly [string, string])[] = [];
  const texts: Text[] = [];
  const inner = (id: number) => {
    const { source, whole } = texts[id] ?? { source: '', whole: true };
    return whole ? source : `(${source})`;
  };
  nodes.forEach((node, id) => {
    const text = uses[id] ? textOf(node, inner, (arg) => texts[arg]?.source ?? '', library, rename) : NOTHING;
    const isShared = node.kind === 'operation' && (uses[id] ?? 0) > 1;
    if (isShared) lines.push([temp(lines.length), text.source]);
    texts.push(isShared ? { source: temp(lines.length - 1), whole: true } : text);
  });
  return { lines, outputs: outputs.map((id) => texts[id]?.source ?? '') };
}

const NOTHING: Text = { source: '', whole: true };

function textOf(
  node: GraphNode,
  inner: (id: number) => string,
  bare: (id: number) => string,
  library: PythonLibrary,
  rename: (name: string) => string,
): Text {
  if (node.kind === 'constant') return { source: pythonNumber(node.value), whole: node.value >= 0 };
  if (node.kind === 'read') return { source: rename(node.name), whole: true };
  const [a = 0, b = a] = node.args;
  const infix = INFIX.get(node.op);
  if (infix !== undefined) return { source: `${inner(a)} ${infix} ${inner(b)}`, whole: false };
  if (node.op === 'negate') return { source: `-${inner(a)}`, whole: false };
  const fn = node.op as FunctionName;
  const args = functions[fn].arity === 1 ? [a] : [a, b];
  // torch's functions take tensors alone.
  const given = args.map((arg) => (library === 'torch' ? `tensor(${bare(arg)})` : bare(arg)));
  return { source: `${library}.${SPELT[fn]?.[library] ?? fn}(${given.join(', ')})`, whole: true };
}
