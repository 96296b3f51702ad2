import type { Network } from '../../../src/networks/network.ts';
import type { DataSet, NetworkSpec, Numbers } from '../../../src/networks/types.ts';
import { fieldOf, placesOf } from './field.ts';
import { CROWD, FIELD } from './types.ts';

/** Over its plane of inputs; of single samples, where there are more inputs or classes; null: of values from many inputs there is no picture. */
export type Says = 'plane' | 'crowd' | null;

export function saysOf({ inputs, outputs, task }: NetworkSpec): Says {
  if (inputs > 0 && inputs <= 2 && outputs <= 2) return 'plane';
  return task === 'classes' ? 'crowd' : null;
}

/** Held-out samples of a crowd. */
export const crowdSize = ({ test }: Pick<DataSet, 'test'>): number => Math.min(test.count, CROWD);

/** Numbers a record: FIELD² or crowd × outputs, see `Row.field`. */
export function saidSize(network: NetworkSpec, data: DataSet): number {
  const says = saysOf(network);
  return says === 'plane' ? FIELD * FIELD : says === 'crowd' ? crowdSize(data) * network.outputs : 0;
}

/** What a net says, as a record holds it: over its plane of inputs, or the logits of the first held-out samples. */
export function createSayer(network: NetworkSpec, data: DataSet): (net: Network, weights: Numbers) => Float32Array {
  const says = saysOf(network);
  if (says === 'plane') {
    const places = placesOf(data);
    return (net, weights) => fieldOf(net, weights, places);
  }
  if (says === null) return () => new Float32Array(0);
  const count = crowdSize(data);
  const x = data.test.x.subarray(0, count * network.inputs);
  return (net, weights) => Float32Array.from(net.forward(weights, { count, x }).subarray(0, count * network.outputs));
}
