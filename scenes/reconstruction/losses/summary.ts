import { freshMeans } from '../runs/means.ts';
import type { ReconstructionSession } from '../runs/session.tsx';
import { stepShown } from '../../../src/trace/jump.ts';
import type { Words } from '../../../src/ui/useText.ts';
import { figureAt } from './figures.ts';

/** The view `losses` in words, for those who do not see it. */
export function lossesSummary(t: Words, session: ReconstructionSession): string {
  const means = freshMeans(session);
  const toy = t(`rec.losses.toy.${session.store.get().state.toy}`);
  const scene = t('rec.losses.summary', { toy });
  if (!means) return scene + t('sentence.gap') + t('rec.losses.waiting');
  if (session.clock.playing) return scene + t('sentence.gap') + t('summary.playing');
  const row = Math.min(stepShown(session.clock.t), means.steps);
  const percent = (loss: 'chamfer' | 'emd') => `${t.fixed(100 * figureAt(means, loss, row), 0)} %`;
  return (
    scene +
    t('sentence.gap') +
    t(`rec.losses.summary.${means.spec.toy}`, {
      step: row,
      steps: means.steps,
      chamfer: percent('chamfer'),
      emd: percent('emd'),
    })
  );
}
