import { layoutOf } from '../../../networks/layout.ts';
import { createNetwork, remember, type Network } from '../../../networks/network.ts';
import type { Samples } from '../../../networks/types.ts';
import type { NetRun } from './types.ts';

/** The weights of one record; a view. */
export function rowOf({ network, weights }: NetRun, record: number): Float64Array {
  const { size } = layoutOf(network);
  return weights.subarray(record * size, (record + 1) * size);
}

/** The network as it was at a record: with its running statistics. */
export function networkAt({ network, running }: NetRun, record: number): Network {
  const net = createNetwork(network);
  remember(net, running?.[record]);
  return net;
}

/** The loss of a record's network on `samples`, in the file's measure. */
export const lossAt = (run: NetRun, record: number, samples: Samples): number =>
  run.lossScale * networkAt(run, record).loss(rowOf(run, record), samples);
