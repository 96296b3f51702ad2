import { shownOf } from '../../src/scene/model.ts';
import type { Words } from '../../src/ui/useText.ts';
import { kinSummary } from './kin/summary.ts';
import { lossesSummary } from './losses/summary.ts';
import { manySummary } from './many/summary.ts';
import type { SceneSession } from './model.ts';
import { nothingSeen } from './picture/see.ts';
import { answerSummary } from './say/summary.ts';

/** The open view in words. */
export function summary(t: Words, session: SceneSession): string {
  switch (session.store.get().state.view) {
    case 'answer': {
      const { value, problem } = shownOf(session.results.picture);
      if (problem && !value?.answer) return t('rec.failed', { reason: problem.message });
      return answerSummary(t, value ?? nothingSeen, session.clock.playing, session.quiz.getState().veiled);
    }
    case 'losses':
      return lossesSummary(t, session);
    case 'kin':
      return kinSummary(t, session);
    case 'many':
      return manySummary(t, session);
  }
}
