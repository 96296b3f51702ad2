import type { Points } from '../clouds/types.ts';
import { chamferDistance } from '../reconstruction/metrics/chamfer.ts';
import { emdAuction } from '../reconstruction/metrics/emdAuction.ts';
import type { LossId } from './ids.ts';

/** Loss of an answer against one shape; adds `weight` times its gradient to `gradient`. */
type Loss = (answer: Points, shape: Points, weight: number, gradient: Float64Array) => number;

/** Every point goes towards its nearest one of the shape, and is called by those of the shape to which it is the nearest. Mean squares. */
const chamfer: Loss = (answer, shape, weight, gradient) => {
  const { chamfer: value, aToB, bToA } = chamferDistance(answer, shape);
  const pull = (i: number, j: number, scale: number): void => {
    for (let c = 0; c < 2; c++) gradient[2 * i + c]! += 2 * scale * (answer[3 * i + c]! - shape[3 * j + c]!);
  };
  aToB.indices.forEach((j, i) => pull(i, j, weight / aToB.indices.length));
  bToA.indices.forEach((i, j) => pull(i, j, weight / bToA.indices.length));
  return value;
};

/** Every point goes towards its partner, all at one speed: the gradient of a distance is a unit vector (0 where the two have met). */
const emd: Loss = (answer, shape, weight, gradient) => {
  const { mean, assignment } = emdAuction(answer, shape);
  assignment.forEach((j, i) => {
    const dx = answer[3 * i]! - shape[3 * j]!;
    const dy = answer[3 * i + 1]! - shape[3 * j + 1]!;
    const length = Math.sqrt(dx * dx + dy * dy);
    if (length === 0) return;
    gradient[2 * i]! += (weight * dx) / (length * assignment.length);
    gradient[2 * i + 1]! += (weight * dy) / (length * assignment.length);
  });
  return mean;
};

const toyLosses = { chamfer, emd } as const satisfies Record<LossId, Loss>;

/** Mean loss of the answer `x` (2n: x, y of each point) over the shapes; its gradient is written to `gradient` (2n). */
export function meanLoss(id: LossId, x: Float64Array, shapes: readonly Points[], gradient: Float64Array): number {
  const answer = new Float64Array((3 * x.length) / 2);
  for (let i = 0; i < x.length / 2; i++) answer.set([x[2 * i]!, x[2 * i + 1]!], 3 * i);
  gradient.fill(0);
  let sum = 0;
  for (const shape of shapes) sum += toyLosses[id](answer, shape, 1 / shapes.length, gradient);
  return sum / shapes.length;
}
