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

/** A net of identities beside one of tanh, of whatever depth, both learned. */
function beside({ gates }: Evidence): readonly [flat: XorFold, other: XorFold] | null {
  if (gates?.neurons !== 'layers' || gates.spec.net !== 'learned') return null;
  const [flat, other] = gates.folds;
  return flat && other?.activation === 'tanh' ? [flat, other] : null;
}

/** Either it learned to say ½ everywhere, or not at all; a tanh that is in a bad place has not learned it either. */
const flatFails = ([flat, other]: readonly [flat: XorFold, other: XorFold]): boolean =>
  flat.right < 4 && flat.bend < 1e-9 && flat.answers.every((answer) => answer === null) && other.right === 4;

/** However many affine maps, they are one. Of this seed neither sheet is seen by its edge. */
export const linear = cardOf({
  ...{ id: 'linear', set: '&vw=gates&s=296&gl=layers&gn=learned&gd=4', answers: ['deep', 'never'], judgedAt: 20 },
  of: beside,
  outcome: ([flat]) => (flat.right === 4 ? 'deep' : 'never'),
  claim: flatFails,
  holds: flatFails,
  values: ([flat, other]) => ({ layers: flat.hidden.length, flat: flat.right, other: other.right }),
});
