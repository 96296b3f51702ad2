import { kernelProgram } from '../formula/index.ts';
import type { ParamValues } from '../params/spec.ts';
import { objectiveOf } from '../surfaces/objective.ts';
import type { Domain } from '../surfaces/types.ts';
import { functionClassesOf } from './functionClass.ts';
import { createHoister, uniformValues, type Hoister } from './hoist.ts';
import { createMemo } from '../math/memo.ts';
import type { KernelArgument, KernelProgram } from './types.ts';

export interface SurfaceKernel {
  readonly program: KernelProgram;
  /** The program's arguments for a grid of `size` × `size` samples that includes the domain's border. */
  args(params: ParamValues, domain: Domain, size: number): KernelArgument[];
}

const memo = createMemo<SurfaceKernel>(64);

/**
 * Kernel of f, ∂f/∂x, ∂f/∂y over a grid. Only the formula's text and its parameters' names enter the source.
 * @throws {FormulaError} where the text is no formula in x, y and those names.
 */
export function surfaceKernelOf(formula: string, paramNames: readonly string[]): SurfaceKernel {
  return memo(JSON.stringify([formula, paramNames]), () => build(formula, paramNames));
}

function build(formula: string, paramNames: readonly string[]): SurfaceKernel {
  const { expression, gradient } = objectiveOf(formula, Object.fromEntries(paramNames.map((name) => [name, NaN])));
  const hoister = surfaceHoister(paramNames);
  const { lines, outputs } = kernelProgram(
    [expression, ...gradient].map(hoister.hoist),
    (name) => name,
    (i) => `c${i}`,
  );
  const numbers = ['x0', 'dx', 'y0', 'dy', ...hoister.uniforms.map(({ name }) => name)];
  const source = [
    `function (${numbers.join(', ')}) {`,
    'const x = x0 + this.thread.x * dx;',
    'const y = y0 + this.thread.y * dy;',
    ...lines.map(([name, value]) => `const ${name} = ${value};`),
    `return [${outputs.join(', ')}, 0.0];`,
    '}',
  ].join('\n');
  const parameters = uniformValues(hoister.uniforms, paramNames);
  return {
    program: {
      kind: 'surface',
      source,
      argumentTypes: numbers.map(() => 'Float'),
      classes: functionClassesOf(source),
    },
    args: (params, [x0, x1, y0, y1], size) => [
      x0,
      (x1 - x0) / (size - 1),
      y0,
      (y1 - y0) / (size - 1),
      ...parameters(params),
    ],
  };
}

/** For formulas of a surface: its parameters are the same everywhere. */
export function surfaceHoister(paramNames: readonly string[]): Hoister {
  const names = new Set(paramNames);
  return createHoister((name) => names.has(name), 'q');
}
