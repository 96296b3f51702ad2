import { stepShown } from '../../../src/trace/jump.ts';
import type { Words } from '../../../src/ui/useText.ts';
import { figureAt } from './figures.ts';
import type { SceneSession } from '../model.ts';
import { shownOf } from '../../../src/scene/model.ts';

/** The view `losses` in words, for those who do not see it. */
export function lossesSummary(t: Words, session: SceneSession): string {
  const { value, fresh } = shownOf(session.results.means);
  const means = fresh ? value : null;
  const toy = t(`rec.toy.${session.store.get().state.toy}`);
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
