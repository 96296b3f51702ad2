import type { NetworkSpec } from './types.ts';

/** A piece of the flat vector of weights. */
export interface Slice {
  /** As in formulas and exported files: `W1`, `b1`, `gamma1`, `beta1`; layers count from 1, the output layer is the last. */
  readonly name: string;
  readonly kind: 'weights' | 'biases' | 'scales' | 'shifts';
  /** 0 … hidden.length. */
  readonly layer: number;
  readonly offset: number;
  /** Neurons. */
  readonly rows: number;
  /** Inputs of a neuron; 1 for what each neuron has one of. */
  readonly columns: number;
}

export interface Layout {
  readonly size: number;
  readonly slices: readonly Slice[];
  /** Widths from the inputs to the outputs: hidden.length + 2. */
  readonly widths: readonly number[];
  /** By layer, 0 … hidden.length; scales and shifts only where a hidden layer has batch normalization. */
  readonly layers: readonly LayerPlace[];
}

export interface LayerPlace {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: number;
  readonly biases: number;
  /** −1: none. */
  readonly scales: number;
  readonly shifts: number;
}

/** Where each layer's numbers lie: W (outputs × inputs, row-major, as torch.nn.Linear), b, then γ and β of batch normalization. */
export function layoutOf({ inputs, hidden, outputs, batchNorm }: NetworkSpec): Layout {
  const widths = [inputs, ...hidden, outputs];
  const slices: Slice[] = [];
  let size = 0;
  const place = (kind: Slice['kind'], symbol: string, layer: number, rows: number, columns: number): number => {
    slices.push({ name: `${symbol}${layer + 1}`, kind, layer, offset: size, rows, columns });
    size += rows * columns;
    return size - rows * columns;
  };
  const layers = widths.slice(1).map((rows, layer): LayerPlace => {
    const columns = widths[layer]!;
    const weights = place('weights', 'W', layer, rows, columns);
    const biases = place('biases', 'b', layer, rows, 1);
    const normed = batchNorm && layer < hidden.length;
    return {
      ...{ inputs: columns, outputs: rows, weights, biases },
      scales: normed ? place('scales', 'gamma', layer, rows, 1) : -1,
      shifts: normed ? place('shifts', 'beta', layer, rows, 1) : -1,
    };
  });
  return { size, slices, widths, layers };
}
