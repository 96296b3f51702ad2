import { childrenOf } from '../formula/ast.ts';
import { compile, freeNames, type Expr } from '../formula/index.ts';

/** A value that is the same for all cells of a kernel, computed once in float64 and handed to it. */
export interface Uniform {
  /** Not a name that a formula can hold, so it clashes with none. */
  readonly name: string;
  readonly expr: Expr;
}

export interface Hoister {
  /** `e` with every largest part that is the same for all cells replaced by the name of a uniform. */
  hoist(e: Expr): Expr;
  /** In order of first use. */
  readonly uniforms: readonly Uniform[];
}

const one: Expr = { kind: 'number', value: 1 };

/**
 * Moves what does not change from cell to cell out of a kernel: `1 - beta2` costs nothing inside and, more than that,
 * keeps its digits (in float32, 1 − 0.999 is off by 3e-5). A division by such a value becomes a multiplication by its
 * reciprocal, which in float32 may differ by one rounding.
 *
 * @param isUniform whether a name's value is the same for all cells
 * @param prefix of the uniforms' names
 */
export function createHoister(isUniform: (name: string) => boolean, prefix: string): Hoister {
  const uniforms: Uniform[] = [];
  const byText = new Map<string, Expr>();
  const done = new Map<Expr, Expr>();
  const fixed = new Map<Expr, boolean>();

  const isFixed = (e: Expr): boolean => {
    let known = fixed.get(e);
    if (known === undefined) {
      known = e.kind === 'variable' ? isUniform(e.name) : childrenOf(e).every(isFixed);
      fixed.set(e, known);
    }
    return known;
  };

  /** A fixed expression as a literal or a uniform. */
  const settle = (e: Expr): Expr => {
    if (e.kind === 'number') return e;
    if (freeNames(e).size === 0) return { kind: 'number', value: evaluate(e) };
    const text = JSON.stringify(e);
    let reference = byText.get(text);
    if (!reference) {
      const name = `${prefix}${uniforms.length}`;
      uniforms.push({ name, expr: e });
      reference = { kind: 'variable', name };
      byText.set(text, reference);
    }
    return reference;
  };

  const rebuild = (e: Expr): Expr => {
    if (isFixed(e)) return settle(e);
    switch (e.kind) {
      case 'number':
      case 'variable':
        return e;
      case 'negation':
        return { ...e, arg: hoist(e.arg) };
      case 'call':
        return { ...e, args: e.args.map(hoist) };
      case 'binary':
        // Exponents and bases stay as written: how a power is computed depends on them.
        if (e.op === '^' && e.right.kind === 'number') return { ...e, left: hoist(e.left) };
        if (e.op === '^' && e.left.kind === 'number') return { ...e, right: hoist(e.right) };
        if (e.op === '/' && isFixed(e.right)) {
          const reciprocal: Expr = { kind: 'binary', op: '/', left: one, right: e.right };
          return { kind: 'binary', op: '*', left: hoist(e.left), right: settle(reciprocal) };
        }
        return { ...e, left: hoist(e.left), right: hoist(e.right) };
    }
  };
  const hoist = (e: Expr): Expr => {
    let known = done.get(e);
    if (!known) {
      known = rebuild(e);
      done.set(e, known);
    }
    return known;
  };
  return { hoist, uniforms };
}

/** Evaluates uniforms, given the values of the names that they are made of. */
export function uniformValues(
  uniforms: readonly Uniform[],
  names: readonly string[],
): (values: Readonly<Record<string, number>>) => Float64Array {
  const run = compile(
    uniforms.map(({ expr }) => expr),
    names,
  );
  return (values) => {
    const out = new Float64Array(uniforms.length);
    run(
      Float64Array.from(names, (name) => values[name] ?? NaN),
      out,
    );
    return out;
  };
}

function evaluate(e: Expr): number {
  const out = new Float64Array(1);
  compile([e], [])(out, out);
  return out[0] ?? NaN;
}
