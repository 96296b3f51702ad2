import type { Expr } from './ast.ts';
import { functions } from './functions.ts';
import { countUses, createGraph, type GraphNode, type Operation } from './share.ts';

/**
 * A number as a kernel reads it: always with a decimal point or an exponent, since GPU.js takes `2` for an integer in
 * some places; a negative one in parentheses. Kernels compute in float32, to which the backend rounds it.
 */
export function kernelNumber(value: number): string {
  if (value < 0 || Object.is(value, -0)) return `(-${kernelNumber(-value)})`;
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

const INFIX: ReadonlyMap<Operation, string> = new Map<Operation, string>([
  ['add', '+'],
  ['subtract', '-'],
  ['multiply', '*'],
  ['divide', '/'],
]);

/**
 * Powers with an exponent that is not a small whole number. GLSL's pow is undefined for a negative base, so a whole
 * number as exponent (a literal larger than 8) goes by way of |u|; others are as undefined here as they are real.
 */
function powerSource(base: string, exponent: GraphNode | undefined, exponentSource: string): string {
  if (exponent?.kind !== 'constant' || !Number.isInteger(exponent.value)) return `Math.pow(${base}, ${exponentSource})`;
  const magnitude = `Math.pow(Math.abs(${base}), ${exponentSource})`;
  return exponent.value % 2 === 0 ? magnitude : `(${base} < 0.0 ? (-${magnitude}) : ${magnitude})`;
}

/** Whether the source of `node` names its (first) operand more than once. */
function repeatsOperand(node: GraphNode, nodes: readonly GraphNode[]): boolean {
  if (node.kind !== 'operation') return false;
  if (node.op === 'power') {
    const exponent = nodes[node.args[1] ?? -1];
    return exponent?.kind === 'constant' && Number.isInteger(exponent.value) && exponent.value % 2 !== 0;
  }
  return node.op in functions && functions[node.op as keyof typeof functions].repeats === true;
}

function sourceOf(node: GraphNode, nodes: readonly GraphNode[], text: (id: number) => string, rename: Rename): string {
  if (node.kind === 'constant') return kernelNumber(node.value);
  if (node.kind === 'read') {
    const source = rename(node.name);
    return /^[\w.]+(\[[\w.]+\])*$/.test(source) ? source : `(${source})`;
  }
  const [a = 0, b = a] = node.args;
  const infix = INFIX.get(node.op);
  if (infix !== undefined) return `(${text(a)} ${infix} ${text(b)})`;
  if (node.op === 'negate') return `(-${text(a)})`;
  if (node.op === 'power') return powerSource(text(a), nodes[b], text(b));
  return functions[node.op as keyof typeof functions].kernel(text(a), text(b));
}

type Rename = (name: string) => string;

/**
 * GPU.js kernel source (JavaScript in float32) of several formulas with shared parts computed once: `lines` to be declared in order
 * (`const name = source;`), then `outputs`, one per formula. `rename` gives the text that reads a variable, `temp(i)` names the
 * i-th line. Small whole powers are products, as in float64 (see `share.ts`).
 */
export function kernelProgram(
  exprs: readonly Expr[],
  rename: Rename,
  temp: (i: number) => string,
): { readonly lines: readonly (readonly [name: string, source: string])[]; readonly outputs: readonly string[] } {
  const graph = createGraph();
  const outputs = exprs.map((e) => graph.valueOf(e));
  const { nodes } = graph;
  const uses = countUses(nodes, outputs);
  const repeated = new Set(
    nodes.filter((n) => repeatsOperand(n, nodes)).flatMap((n) => (n.kind === 'operation' ? n.args.slice(0, 1) : [])),
  );
  const lines: (readonly [string, string])[] = [];
  const sources: string[] = [];
  const text = (id: number): string => sources[id] ?? '';
  nodes.forEach((node, id) => {
    const source = uses[id] ? sourceOf(node, nodes, text, rename) : '';
    if (node.kind === 'operation' && (uses[id] ?? 0) > 0 && ((uses[id] ?? 0) > 1 || repeated.has(id))) {
      const name = temp(lines.length);
      lines.push([name, source]);
      sources.push(name);
    } else sources.push(source);
  });
  return { lines, outputs: outputs.map(text) };
}
