import { createMemo } from '../math/memo.ts';
import type { ActivationId } from '../networks/activations.ts';
import { activationText } from './activationText.ts';
import { functionClassesOf } from './functionClass.ts';
import type { KernelProgram } from './types.ts';

/** Neurons of a cell. */
export const NEURONS = 4;

/** A layer's outputs in cells: the last one's spare neurons are 0 before their activation. */
export const cellsOf = (outputs: number): number => Math.ceil(outputs / NEURONS);

interface LayerShape {
  readonly inputs: number;
  /** Floats from one sample's inputs to the next one's. */
  readonly stride: number;
  readonly outputs: number;
  readonly activation: ActivationId;
}

const memo = createMemo<KernelProgram>(16);

/**
 * A layer's forward pass over (four neurons × sample): φ(W x + b). Sizes are written out, so that loops are bounded by what every backend takes for a bound; numbers are arguments.
 *
 * x: samples × stride. weights: 4 × cells rows of `inputs`. biases: 4 × cells.
 */
export function layerKernelOf(shape: LayerShape): KernelProgram {
  return memo(JSON.stringify([shape.inputs, shape.stride, shape.outputs, shape.activation]), () => build(shape));
}

function build({ inputs, stride, activation }: LayerShape): KernelProgram {
  const each = (line: (k: number) => string): string[] => Array.from({ length: NEURONS }, (_, k) => line(k));
  const source = [
    'function (x, weights, biases) {',
    `const neuron = this.thread.x * ${NEURONS};`,
    `const sample = this.thread.y * ${stride};`,
    `const row = neuron * ${inputs};`,
    ...each((k) => `let z${k} = biases[neuron + ${k}];`),
    `for (let i = 0; i < ${inputs}; i++) {`,
    'const value = x[sample + i];',
    ...each((k) => `z${k} = z${k} + value * weights[row + ${k * inputs} + i];`),
    '}',
    `return [${each((k) => activationText(activation, `z${k}`)).join(', ')}];`,
    '}',
  ].join('\n');
  return { kind: 'layer', source, argumentTypes: ['Array', 'Array', 'Array'], classes: functionClassesOf(source) };
}
