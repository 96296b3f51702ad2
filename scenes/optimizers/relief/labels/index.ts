import type { LabelSpec } from '../../../../src/view/LabelLayer.ts';
import { arrowLabels } from './arrows.ts';
import { basinLabels } from './basins.ts';
import { exitLabels } from './exits.ts';
import { headLabels } from './heads.ts';
import { cutLabel, guessLabel, startLabel, swarmLabel } from './places.ts';
import { quadraticLabels } from './quadratic.ts';
import { tickLabels } from './ticks.ts';
import type { LabelInputs } from './types.ts';

export type { LabelInputs, Projector } from './types.ts';

/** All labels in the order in which they get their place. Ticks come first: they have one place only. */
export function labelSpecs(inputs: LabelInputs): LabelSpec[] {
  const { plan, labels } = inputs.state;
  const parts = [
    ...(plan ? [tickLabels] : []),
    ...(labels
      ? [
          headLabels,
          basinLabels,
          arrowLabels,
          quadraticLabels,
          exitLabels,
          guessLabel,
          startLabel,
          cutLabel,
          swarmLabel,
        ]
      : []),
  ];
  return parts.flatMap((part) => part(inputs));
}
