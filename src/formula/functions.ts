import type { Expr, FunctionName } from './ast.ts';
import { add, call, divide, multiply, negate, number, power, subtract } from './simplify.ts';

type Operands<T> = readonly [T, T];

/** Everything that the layer knows of one function. Functions of one argument ignore the second operand. */
export interface FormulaFunction {
  readonly arity: 1 | 2;
  readonly evaluate: (a: number, b: number) => number;
  /** ∂/∂aᵢ, one per argument. At a kink: the mean of the two one-sided values. */
  readonly partials: (...args: Operands<Expr>) => readonly Expr[];
  /** GPU.js source (JavaScript) over the arguments' sources. */
  readonly kernel: (...args: Operands<string>) => string;
  /** The kernel source names its argument more than once, so a program binds it first. */
  readonly repeats?: boolean;
}

const two = number(2);
const one = number(1);
const half = number(0.5);
/** As 1 / ln b so that a derivative needs no logarithm at run time. */
const inverseLn = (base: number): Expr => number(1 / Math.log(base));

const builtin = (name: string) => (u: string) => `Math.${name}(${u})`;
const builtin2 = (name: string) => (u: string, v: string) => `Math.${name}(${u}, ${v})`;

/** Weights of max's two arguments: 1 and 0, or ½ each where a = b. */
function weights(a: Expr, b: Expr): readonly [Expr, Expr] {
  const side = multiply(half, call('sign', subtract(a, b)));
  return [add(half, side), subtract(half, side)];
}

const table = {
  sqrt: {
    arity: 1,
    evaluate: Math.sqrt,
    partials: (u) => [divide(one, multiply(two, call('sqrt', u)))],
    kernel: builtin('sqrt'),
  },
  /** abs′ = sign, so 0 at 0. */
  abs: {
    arity: 1,
    evaluate: Math.abs,
    partials: (u) => [call('sign', u)],
    kernel: builtin('abs'),
  },
  /** sign′ = 0 everywhere, at the jump too. A conditional, since Math.sign runs many times slower on GPU.js's webasm. */
  sign: {
    arity: 1,
    evaluate: Math.sign,
    partials: () => [number(0)],
    kernel: (u) => `(${u} > 0.0 ? 1.0 : (${u} < 0.0 ? -1.0 : 0.0))`,
    repeats: true,
  },
  exp: {
    arity: 1,
    evaluate: Math.exp,
    partials: (u) => [call('exp', u)],
    kernel: builtin('exp'),
  },
  log: {
    arity: 1,
    evaluate: Math.log,
    partials: (u) => [divide(one, u)],
    kernel: builtin('log'),
  },
  log2: {
    arity: 1,
    evaluate: Math.log2,
    partials: (u) => [divide(inverseLn(2), u)],
    kernel: builtin('log2'),
  },
  /** Over log2: every backend of GPU.js has it, and GLSL has no log10. */
  log10: {
    arity: 1,
    evaluate: Math.log10,
    partials: (u) => [divide(inverseLn(10), u)],
    kernel: (u) => `(${Math.log10(2)} * Math.log2(${u}))`,
  },
  sin: {
    arity: 1,
    evaluate: Math.sin,
    partials: (u) => [call('cos', u)],
    kernel: builtin('sin'),
  },
  cos: {
    arity: 1,
    evaluate: Math.cos,
    partials: (u) => [negate(call('sin', u))],
    kernel: builtin('cos'),
  },
  tan: {
    arity: 1,
    evaluate: Math.tan,
    partials: (u) => [add(one, power(call('tan', u), two))],
    kernel: builtin('tan'),
  },
  atan: {
    arity: 1,
    evaluate: Math.atan,
    partials: (u) => [divide(one, add(one, power(u, two)))],
    kernel: builtin('atan'),
  },
  sinh: {
    arity: 1,
    evaluate: Math.sinh,
    partials: (u) => [call('cosh', u)],
    kernel: builtin('sinh'),
  },
  cosh: {
    arity: 1,
    evaluate: Math.cosh,
    partials: (u) => [call('sinh', u)],
    kernel: builtin('cosh'),
  },
  /** The argument is cut at ±15, where tanh is 1 in float32: GLSL may compute it as ∞/∞ from 45 on. */
  tanh: {
    arity: 1,
    evaluate: Math.tanh,
    partials: (u) => [subtract(one, power(call('tanh', u), two))],
    kernel: (u) => `Math.tanh(Math.max(-15.0, Math.min(15.0, ${u})))`,
  },
  min: {
    arity: 2,
    evaluate: Math.min,
    partials: (a, b) => weights(b, a),
    kernel: builtin2('min'),
  },
  max: {
    arity: 2,
    evaluate: Math.max,
    partials: (a, b) => weights(a, b),
    kernel: builtin2('max'),
  },
} satisfies Record<FunctionName, FormulaFunction>;

export const functions: Readonly<Record<FunctionName, FormulaFunction>> = table;

/** For looking up what somebody typed: a Map knows no `constructor`. */
export const functionsByName: ReadonlyMap<string, FunctionName> = new Map(
  (Object.keys(table) as FunctionName[]).map((name) => [name, name]),
);
