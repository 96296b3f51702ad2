import { stepShown } from '../../src/trace/jump.ts';
import { panesNow, type RegistrationSession } from './runs/session.ts';
import { readingAt } from './runs/reading.ts';
import { errorInWords, lengthInWords } from './read/lengths.ts';
import { titleOf } from './read/methods.ts';
import { truthInWords, verdictInWords } from './read/truth.ts';
import type { Words } from '../../src/ui/useText.ts';

/** The scene at the clock's step in words; while it plays only what does not change with the step. */
export function summary(t: Words, session: RegistrationSession): string {
  const { store, clock, own } = session;
  const { pair } = own.subject.getState();
  const step = stepShown(clock.t);
  const scene = t('reg.summary', { data: t(`reg.data.${store.get().state.data}`) });
  if (clock.playing) return scene + t('sentence.gap') + t('summary.playing');
  const told = panesNow(session).map(({ settings, run, problem }) => {
    const method = titleOf(t, settings, run?.pair ?? pair);
    if (!run) return problem ? `${method}: ${t(`reg.problem.${problem.kind}`, { reason: problem.message })}` : '';
    const { row, ended, error, rmse } = readingAt(run, step);
    const end = [truthInWords(t, run)?.word ?? '', verdictInWords(t, run)].filter((part) => part !== '');
    const how = ended && run.answer.judgement ? end.join('; ') : t('reg.summary.going');
    return t(error === null ? 'reg.summary.blind' : 'reg.summary.pane', {
      method,
      step: row,
      steps: run.record.steps,
      error: error === null ? '' : errorInWords(t, run.pair, error),
      rmse: lengthInWords(t, run.pair, rmse),
      how,
    });
  });
  return [scene, ...told].filter((part) => part !== '').join(t('sentence.gap'));
}
