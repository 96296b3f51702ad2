import { nothingThreads } from '../say/threadsOnNothing.ts';
import { errorAt, holds, runOf } from './read.ts';
import type { RegistrationCard } from './types.ts';

/** Why did ICP fail here? Its threads to outliers pull as hard as all others. */
export const why = {
  id: 'reg-why',
  link: 'v=1&scene=registration&m=icp-point~icp-robust&play=0&card=reg-why',
  answers: ['outliers', 'minimum', 'iterations'],
  judgedAt: 20,
  outcome: (evidence) => {
    const [plain, robust] = [runOf(evidence, 'icp-point'), runOf(evidence, 'icp-robust')];
    if (!plain || holds(plain) !== false) return null;
    // A limit on distance alone takes those threads away; if that saves it, they were the reason.
    if (holds(robust) === true) return 'outliers';
    return plain.answer.converged ? 'minimum' : 'iterations';
  },
  claim: (evidence) => {
    const [plain, robust] = [runOf(evidence, 'icp-point'), runOf(evidence, 'icp-robust')];
    const threads = plain && nothingThreads(plain, plain.record.steps);
    return holds(plain) === false && holds(robust) === true && !!threads && threads.nothing >= 200;
  },
  look: (evidence, step) => {
    const plain = runOf(evidence, 'icp-point');
    const threads = plain && nothingThreads(plain, step);
    if (!plain || !threads) return null;
    if (step === 0) {
      return {
        text: 'card.reg-why.look.start',
        values: { nothing: { value: threads.nothing }, all: { value: threads.all } },
      };
    }
    const robust = runOf(evidence, 'icp-robust');
    return {
      text: robust ? 'card.reg-why.look' : 'card.reg-why.look.alone',
      values: {
        nothing: { value: threads.nothing },
        all: { value: threads.all },
        error: { value: errorAt(plain, step), digits: 3 },
        ...(robust ? { robust: { value: errorAt(robust, step), digits: 3 } } : {}),
      },
    };
  },
} as const satisfies RegistrationCard;
