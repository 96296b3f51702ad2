import { readFileSync } from 'node:fs';
import { createRng } from '../../../src/math/rng.ts';
import type { ActivationId } from '../../../src/networks/activations.ts';
import type { LandscapeProblem } from '../../../src/networks/landscape/evaluator.ts';
import { layoutOf } from '../../../src/networks/layout.ts';
import type { LossId, NetworkSpec, Task } from '../../../src/networks/types.ts';

export interface TorchLandscape {
  readonly seed: number;
  readonly widths: readonly number[];
  readonly samples: number;
  readonly activation: ActivationId;
  readonly task: Task;
  readonly loss: LossId;
  readonly batchNorm: boolean;
  /** At α, β = −1, −0.5, … 1: row of β. */
  readonly losses: readonly (readonly number[])[];
  /** At the origin, largest first. */
  readonly eigenvalues: readonly number[] | null;
}

interface Fixture {
  readonly landscapes: readonly TorchLandscape[];
  readonly principal: {
    readonly seed: number;
    readonly rows: number;
    readonly columns: number;
    readonly explained: readonly [number, number];
    readonly u: readonly number[];
    readonly v: readonly number[];
    readonly residuals: readonly number[];
    /** α, β and distance from the plane row 2 + α row 0 + β row 1. */
    readonly shadows: readonly (readonly [number, number, number])[];
  };
}

const fixture = new URL('../../fixtures/networks/landscape.json', import.meta.url);
export const torch = JSON.parse(readFileSync(fixture, 'utf8')) as Fixture;

/** The same numbers as in tools/fixtures/make_landscape_fixtures.py. */
export function drawn(seed: number, stream: readonly (string | number)[], count: number, factor = 1): Float64Array {
  const { uniform } = createRng(seed, 'landscape', ...stream);
  return Float64Array.from({ length: count }, () => factor * (2 * uniform() - 1));
}

export function problemOf(given: TorchLandscape): LandscapeProblem {
  const { seed, widths, samples: count, activation, task, loss, batchNorm } = given;
  const [inputs, outputs] = [widths[0]!, widths.at(-1)!];
  const network: NetworkSpec = {
    ...{ inputs, hidden: widths.slice(1, -1), outputs, activation, task, loss, batchNorm, dropout: 0, decay: 0 },
  };
  const { size, layers } = layoutOf(network);
  const scale = inputs > 100 ? 1 / Math.sqrt(inputs) : 1;
  const [origin, u, v] = [
    drawn(seed, ['weights'], size, 0.9 * scale),
    drawn(seed, ['u'], size, 0.5 * scale),
    drawn(seed, ['v'], size, 0.5 * scale),
  ];
  if (batchNorm)
    for (const { scales, outputs: width } of layers)
      if (scales >= 0) for (let j = scales; j < scales + width; j++) origin[j]! += 1;
  const targets = task === 'values' ? drawn(seed, ['targets'], count * outputs) : new Float64Array(count * outputs);
  if (task === 'classes') for (let i = 0; i < count; i++) targets[i * outputs + (i % outputs)] = 1;
  const running = network.hidden.map((width, i) => ({
    mean: drawn(seed, ['mean', i], width, 0.4),
    variance: drawn(seed, ['variance', i], width, 0.5).map((variance) => 1 + variance),
  }));
  return {
    network,
    plane: { kind: 'random', origin, u, v, explained: null },
    samples: { count, inputs, outputs, x: drawn(seed, ['x'], count * inputs, 2), targets, labels: null },
    running: batchNorm ? running : null,
  };
}
