import type { GatesRun, XorFold } from '../gates/run/types.ts';
import { cardOf, type Evidence } from './types.ts';

type OneRun = GatesRun & { readonly neurons: 'one' };

/** The most corners that a search over perceptrons finds. It opens with AND's weights, one corner right: the reader tries first. */
export const oneNeuron = cardOf({
  ...{ id: 'xor', set: '&vw=gates&gt=xor&gb=-0.7', answers: ['two', 'three', 'four'], judgedAt: 1 },
  of: ({ gates }: Evidence): OneRun | null => (gates?.neurons === 'one' && gates.gate === 'xor' ? gates : null),
  outcome: ({ most }) => ({ 2: 'two', 3: 'three', 4: 'four' })[most] ?? null,
  claim: ({ most }) => most === 3,
  values: ({ most }) => ({ most }),
});

/** A net of identities beside one that bends, both learned. */
const beside = ({ gates }: Evidence): readonly [flat: XorFold, other: XorFold] | null =>
  gates?.neurons === 'layers' && gates.spec.net === 'learned' && gates.folds.length === 2
    ? [gates.folds[0]!, gates.folds[1]!]
    : null;

/** However many affine maps, they are one. */
export const linear = cardOf({
  ...{ id: 'linear', set: '&vw=gates&s=14&gl=layers&gn=learned&gd=4', answers: ['deep', 'never'], judgedAt: 20 },
  of: beside,
  outcome: ([flat]) => (flat.right === 4 ? 'deep' : 'never'),
  claim: ([flat, other]) => flat.right < 4 && flat.bend < 1e-9 && other.right === 4,
  values: ([flat, other]) => ({ layers: flat.hidden.length, flat: flat.right, other: other.right }),
});
