import { accuracyOf, meanLoss } from '../../../src/networks/loss.ts';
import type { Batch, Network } from '../../../src/networks/network.ts';
import type { Numbers, Samples } from '../../../src/networks/types.ts';

/** Loss and accuracy of a net on samples, in inference; the accuracy of plain values is none. */
export function measure(
  { spec, forward }: Network,
  weights: Numbers,
  { x, targets, labels, count, outputs }: Batch & Pick<Samples, 'labels' | 'outputs'>,
): readonly [loss: number, accuracy: number] {
  const y = forward(weights, { count, x });
  const accuracy = labels ? accuracyOf(y, labels, count, outputs) : NaN;
  return [meanLoss(spec, y, targets, count, outputs, false), accuracy];
}
