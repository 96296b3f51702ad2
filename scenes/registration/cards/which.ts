import { errorAt, holds, runOf } from './read.ts';
import type { RegistrationCard } from './types.ts';

/** Which cloud searches? With much missing, model → scene is lost: the model's missing part pulls too. */
export const which = {
  id: 'reg-which',
  link: 'v=1&scene=registration&p=outliers:0;missing:0.5&m=icp-point~icp-point;search:target&play=0&card=reg-which',
  answers: ['scene', 'model', 'same'],
  judgedAt: 20,
  outcome: (evidence) => {
    const scene = holds(runOf(evidence, 'icp-point', 'source'));
    const model = holds(runOf(evidence, 'icp-point', 'target'));
    if (scene === null || model === null) return null;
    return scene === model ? 'same' : scene ? 'scene' : 'model';
  },
  claim: (evidence) =>
    holds(runOf(evidence, 'icp-point', 'source')) === true && holds(runOf(evidence, 'icp-point', 'target')) === false,
  look: (evidence, step) => {
    const [scene, model] = [runOf(evidence, 'icp-point', 'source'), runOf(evidence, 'icp-point', 'target')];
    if (!scene || !model) return null;
    return {
      text: step === 0 ? 'card.reg-which.look.start' : 'card.reg-which.look',
      values: {
        scene: { value: errorAt(scene, step), digits: 3 },
        model: { value: errorAt(model, step), digits: 3 },
      },
    };
  },
} as const satisfies RegistrationCard;
