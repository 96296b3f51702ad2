import { errorAt, holds, lastError, runOf } from './read.ts';
import type { RegistrationCard } from './types.ts';

/** Is DO better than a robust ICP? Where much is missing, yes; in accuracy no; in turn they are best. */
export const better = {
  id: 'reg-better',
  link: 'v=1&scene=registration&p=missing:0.7&m=icp-robust~do~do-icp&play=0&card=reg-better',
  answers: ['robust', 'do', 'both'],
  judgedAt: 30,
  outcome: (evidence) => {
    const [robust, learned] = [holds(runOf(evidence, 'icp-robust')), holds(runOf(evidence, 'do'))];
    if (robust === null || learned === null || (!robust && !learned)) return null;
    return robust === learned ? 'both' : robust ? 'robust' : 'do';
  },
  claim: (evidence) => {
    const [robust, learned, chain] = (['icp-robust', 'do', 'do-icp'] as const).map((id) => runOf(evidence, id));
    return (
      holds(robust ?? null) === false &&
      holds(learned ?? null) === true &&
      lastError(chain ?? null) < lastError(learned ?? null)
    );
  },
  look: (evidence, step) => {
    const [robust, learned, chain] = (['icp-robust', 'do', 'do-icp'] as const).map((id) => runOf(evidence, id));
    if (!robust || !learned) return null;
    const values = {
      robust: { value: errorAt(robust, step), digits: 3 },
      do: { value: errorAt(learned, step), digits: 3 },
    };
    if (step === 0) return { text: 'card.reg-better.look.start', values };
    return chain
      ? { text: 'card.reg-better.look', values: { ...values, chain: { value: errorAt(chain, step), digits: 3 } } }
      : { text: 'card.reg-better.look.two', values };
  },
} as const satisfies RegistrationCard;
