import type { Expr } from '../../src/formula/index.ts';

type Point = Readonly<Record<string, number>>;

const CALLS: Readonly<Record<string, (a: number, b: number) => number>> = {
  sqrt: Math.sqrt,
  abs: Math.abs,
  sign: Math.sign,
  exp: Math.exp,
  log: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  min: Math.min,
  max: Math.max,
};

function exponentOf(e: Expr): number | null {
  if (e.kind === 'negation' && e.arg.kind === 'number') return -e.arg.value;
  return e.kind === 'number' ? e.value : null;
}

/** The documented products for |n| ≤ 8, spelt out one by one. */
function power(u: number, n: number): number {
  const u2 = u * u;
  const u4 = u2 * u2;
  const products = [1, u, u2, u2 * u, u4, u4 * u, u4 * u2, u4 * u2 * u, u4 * u4];
  const product = products[Math.abs(n)] ?? NaN;
  return n < 0 ? 1 / product : product;
}

/** Evaluates a formula node by node, sharing nothing: the slow reference of the compiled program. */
export function valueAt(e: Expr, at: Point): number {
  switch (e.kind) {
    case 'number':
      return e.value;
    case 'variable':
      return at[e.name] ?? NaN;
    case 'negation':
      return -valueAt(e.arg, at);
    case 'call': {
      const [a = NaN, b = NaN] = e.args.map((arg) => valueAt(arg, at));
      return CALLS[e.fn]?.(a, b) ?? NaN;
    }
    case 'binary': {
      if (e.op === '^') {
        const n = exponentOf(e.right);
        if (n !== null && Number.isInteger(n) && Math.abs(n) <= 8) return power(valueAt(e.left, at), n);
        if (e.left.kind === 'number' && e.left.symbol === 'e') return Math.exp(valueAt(e.right, at));
        return Math.pow(valueAt(e.left, at), valueAt(e.right, at));
      }
      const a = valueAt(e.left, at);
      const b = valueAt(e.right, at);
      return e.op === '+' ? a + b : e.op === '-' ? a - b : e.op === '*' ? a * b : a / b;
    }
  }
}

/** How near a kink the point is: the least |argument| of abs and sign and |a − b| of min and max. */
export function distanceFromKinks(e: Expr, at: Point): number {
  const children =
    e.kind === 'negation' ? [e.arg] : e.kind === 'binary' ? [e.left, e.right] : e.kind === 'call' ? e.args : [];
  const inner = children.map((child) => distanceFromKinks(child, at));
  if (e.kind === 'call' && ['abs', 'sign', 'min', 'max'].includes(e.fn)) {
    const [a = NaN, b = 0] = e.args.map((arg) => valueAt(arg, at));
    inner.push(Math.abs(a - b));
  }
  return Math.min(Infinity, ...inner);
}

/** Value and a bound of the error that a float32 computation in the same order may have made. */
export interface Bounded {
  readonly value: number;
  readonly error: number;
}

/** Half a unit in the last place of a float32, relative. */
const ROUNDING = 2 ** -24;
/**
 * What a library function may add in float32: relative, and absolute for those that oscillate or saturate around 0.
 * (GPU.js's webasm has polynomials of its own; its sin is off by 3e-8, exp, log and sqrt by up to 7e-7.)
 */
const LIBRARY = 1e-6;

/** Running error analysis (Higham, Accuracy and Stability, §3.3) of a formula computed in float32. */
export function boundedAt(e: Expr, at: Point): Bounded {
  const rounded = (value: number, error: number): Bounded => ({
    value,
    error: error + ROUNDING * Math.abs(value) + 2 ** -126,
  });
  switch (e.kind) {
    case 'number':
      return Math.fround(e.value) === e.value ? { value: e.value, error: 0 } : rounded(e.value, 0);
    case 'variable':
      return { value: at[e.name] ?? NaN, error: 0 };
    case 'negation': {
      const a = boundedAt(e.arg, at);
      return { value: -a.value, error: a.error };
    }
    case 'binary': {
      const a = boundedAt(e.left, at);
      const b = boundedAt(e.right, at);
      switch (e.op) {
        case '+':
          return rounded(a.value + b.value, a.error + b.error);
        case '-':
          return rounded(a.value - b.value, a.error + b.error);
        case '*':
          return rounded(
            a.value * b.value,
            Math.abs(a.value) * b.error + Math.abs(b.value) * a.error + a.error * b.error,
          );
        case '/': {
          const least = Math.abs(b.value) - b.error;
          const value = a.value / b.value;
          return rounded(value, least > 0 ? (a.error + Math.abs(value) * b.error) / least : Infinity);
        }
        case '^':
          return spread(e, [a, b], (p, q) => Math.pow(p, q), at);
      }
    }
    // falls through: every operator returned
    case 'call': {
      const f = CALLS[e.fn];
      if (!f) throw new TypeError(e.fn);
      return spread(
        e,
        e.args.map((arg) => boundedAt(arg, at)),
        f,
        at,
      );
    }
  }
}

/** A function's error: its largest change over the corners of its arguments' intervals, and the library's own. */
function spread(e: Expr, args: readonly Bounded[], f: (a: number, b: number) => number, at: Point): Bounded {
  const value = valueAt(e, at);
  const [a = { value: 0, error: 0 }, b = { value: 0, error: 0 }] = args;
  // The log10 and tanh of a kernel and an eighth power are a few roundings more; LIBRARY holds them all.
  let error = LIBRARY * (1 + Math.abs(value));
  for (const i of [-1, 0, 1]) {
    for (const j of [-1, 0, 1])
      error = Math.max(error, LIBRARY + Math.abs(f(a.value + i * a.error, b.value + j * b.error) - value));
  }
  return { value, error: Number.isNaN(error) ? Infinity : error + LIBRARY * Math.abs(value) };
}
