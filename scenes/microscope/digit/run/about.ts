import { answerOf } from '../../../../src/networks/microscope/saliency.ts';
import type { DataSet } from '../../../../src/networks/types.ts';
import { pixelsOf, type Reader } from './look.ts';
import type { DigitNet, Misread } from './types.ts';

/** Test digits asked at once. */
const AT_ONCE = 100;

/** How a network does on all test digits, really computed, and which of them it reads wrongly. */
export async function aboutNet(
  net: number,
  { network, weights }: Reader,
  { train, test }: DataSet,
  pause: () => Promise<void>,
): Promise<DigitNet> {
  const { inputs, outputs } = network.spec;
  const misread: Misread[] = [];
  for (let from = 0; from < test.count; from += AT_ONCE) {
    await pause();
    const count = Math.min(AT_ONCE, test.count - from);
    const x = test.x.subarray(from * inputs, (from + count) * inputs);
    const logits = network.forward(weights, { count, x });
    for (let i = 0; i < count; i++) {
      const [row, answer] = [from + i, answerOf(logits.subarray(i * outputs, (i + 1) * outputs))];
      const label = test.labels![row]!;
      if (answer !== label) misread.push({ row, label, answer, pixels: pixelsOf(test, row) });
    }
  }
  const widths = [inputs, ...network.spec.hidden, outputs];
  return { net, widths, train: train.count, test: test.count, right: test.count - misread.length, misread };
}
