import { createMemo } from '../math/memo.ts';
import type { NetworkSpec } from '../networks/types.ts';
import { activationText as phi } from './activationText.ts';
import { functionClassesOf } from './functionClass.ts';
import type { KernelProgram } from './types.ts';

/** Neurons of the layers after the first that a kernel may hold: each is a variable. */
const MOST_VARIABLES = 32;
/** Weights after the first layer that it may write out, where two layers or more follow one another. */
const MOST_WRITTEN = 4096;

type Shape = Pick<NetworkSpec, 'hidden' | 'outputs' | 'activation' | 'task' | 'loss'>;

const memo = createMemo<KernelProgram | null>(16);

/**
 * A kernel over (sample × point of the plane): what the sample adds to the point's loss, as [M, r, 0, 0]: M + log1p(r) for cross entropy, ½ r for the squared error. The first
 * layer's values come as three terms, one neuron after the other (any width); later layers are written out, a variable a neuron. Null where they are too wide for that.
 *
 * terms: 3 × width × count, samples side by side. factors: [c₀ c₁ c₂ s] of each neuron, points × width. weights: for each point the layers after the first, each neuron's
 * bias and then its weights. targets: count × outputs.
 */
export function landscapeKernelOf(shape: Shape): KernelProgram | null {
  const { hidden, outputs, activation, task, loss } = shape;
  const key = JSON.stringify([hidden, outputs, activation, task, loss]);
  return memo(key, () => build(shape));
}

function build({ hidden, outputs, activation, task, loss }: Shape): KernelProgram | null {
  const [width, ...deep] = hidden;
  const later = [...deep, outputs];
  if (width === undefined || Math.max(...later) > MOST_VARIABLES) return null;
  const written = later.reduce((sum, to, k) => sum + (k === 0 ? 0 : to * later[k - 1]!), 0);
  if (written > MOST_WRITTEN) return null;
  const stride = later.reduce((sum, to, k) => sum + to * ((k === 0 ? width : later[k - 1]!) + 1), 0);
  const each = (count: number, line: (i: number) => string): string[] =>
    Array.from({ length: count }, (_, i) => line(i));
  const second = later[0]!;

  let at = second * (width + 1);
  const deeper = later.slice(1).flatMap((to, k) => {
    const from = later[k]!;
    const lines = [
      ...each(from, (i) => `const a${k}_${i} = ${phi(activation, `y${k}_${i}`)};`),
      ...each(to, (j) => {
        const row = at + j * (from + 1);
        const sum = each(from, (i) => `weights[own + ${row + 1 + i}] * a${k}_${i}`).join(' + ');
        return `const y${k + 1}_${j} = weights[own + ${row}] + ${sum};`;
      }),
    ];
    at += to * (from + 1);
    return lines;
  });
  const source = [
    'function (terms, factors, weights, targets, count) {',
    'const i = this.thread.x;',
    `const own = this.thread.y * ${stride};`,
    `const place = this.thread.y * ${4 * width};`,
    ...each(second, (j) => `let y0_${j} = weights[own + ${j * (width + 1)}];`),
    `for (let j = 0; j < ${width}; j++) {`,
    'const f = place + j * 4;',
    'const z = factors[f] * terms[j * count + i]',
    `+ factors[f + 1] * terms[(j + ${width}) * count + i]`,
    `+ factors[f + 2] * terms[(j + ${2 * width}) * count + i] + factors[f + 3];`,
    `const a = ${phi(activation, 'z')};`,
    ...each(second, (j) => `y0_${j} = y0_${j} + weights[own + ${j * (width + 1) + 1} + j] * a;`),
    '}',
    ...deeper,
    ...each(outputs, (j) => `const t${j} = targets[i * ${outputs} + ${j}];`),
    ...lossLines(task, loss, outputs, (j) => `y${later.length - 1}_${j}`),
    '}',
  ].join('\n');
  return {
    kind: 'landscape',
    source,
    argumentTypes: ['Array', 'Array', 'Array', 'Array', 'Float'],
    classes: functionClassesOf(source),
  };
}

function lossLines(task: Shape['task'], loss: Shape['loss'], outputs: number, y: (j: number) => string): string[] {
  const each = (line: (j: number) => string): string[] => Array.from({ length: outputs }, (_, j) => line(j));
  const sum = (term: (j: number) => string): string => each(term).join(' + ');
  const largest = (values: readonly string[]): string => values.reduce((a, b) => `Math.max(${a}, ${b})`);
  if (loss === 'cross-entropy')
    return [
      `const own_y = ${sum((j) => `t${j} * ${y(j)}`)};`,
      ...each((j) => `const d${j} = ${y(j)} - own_y;`),
      `const most = ${largest(['0.0', ...each((j) => `d${j}`)])};`,
      `const rest = ${sum((j) => `(1.0 - t${j}) * Math.exp(Math.max(-80.0, d${j} - most))`)};`,
      'return [most, rest + Math.exp(Math.max(-80.0, -most)) - 1.0, 0.0, 0.0];',
    ];
  if (task === 'values') return [`return [0.0, ${sum((j) => `(${y(j)} - t${j}) * (${y(j)} - t${j})`)}, 0.0, 0.0];`];
  return [
    `const most = ${largest(each(y))};`,
    ...each((j) => `const e${j} = Math.exp(Math.max(-80.0, ${y(j)} - most));`),
    `const all = ${sum((j) => `e${j}`)};`,
    `return [0.0, ${sum((j) => `(e${j} / all - t${j}) * (e${j} / all - t${j})`)}, 0.0, 0.0];`,
  ];
}
