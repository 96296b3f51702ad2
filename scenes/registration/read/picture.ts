import { linkOf } from '../../../src/runs/history.ts';
import { readingAt } from '../runs/reading.ts';
import { type RegistrationSession, panesNow } from '../runs/session.ts';
import type { Theme } from '../../../src/state/common.ts';
import { stepShown } from '../../../src/trace/jump.ts';
import { viewPng, type LegendLine } from '../../../src/ui/export/viewPng.ts';
import type { Words } from '../../../src/ui/useText.ts';
import { errorInWords, lengthInWords } from './lengths.ts';
import { coloursOf, titleOf } from './methods.ts';
import { truthInWords, verdictInWords } from './truth.ts';

/** The panes with what is written on them, a legend and the link below. */
export function panesAsPng(session: RegistrationSession, t: Words, theme: Theme): Promise<Blob> {
  const data = t(`reg.data.${session.store.get().state.data}`);
  const { clock } = session;
  return viewPng({
    draw: session.pictures.getState().draw,
    title: `Koubai: ${data}`,
    heading: t('reg.figure.title', { data, step: stepShown(clock.t), steps: clock.steps }),
    lines: methodLines(session, t, theme),
    link: linkOf(session),
  });
}

function methodLines(session: RegistrationSession, t: Words, theme: Theme): readonly LegendLine[] {
  const colours = coloursOf(theme, session.store.get().state.panes);
  const step = stepShown(session.clock.t);
  return panesNow(session).flatMap(({ settings, run }, k) => {
    if (!run) return [];
    const { error, rmse, ended } = readingAt(run, step);
    const truth = truthInWords(t, run);
    const told = [
      titleOf(t, settings, run.pair),
      ...(error === null ? [] : [`${t('reg.error')} ${errorInWords(t, run.pair, error)}`]),
      `${t('reg.rmse')} ${lengthInWords(t, run.pair, rmse)}`,
      ...(ended && truth ? [`${truth.word}: ${truth.off}`] : []),
      ...(ended && run.answer.judgement ? [verdictInWords(t, run)] : []),
    ];
    return { text: told.join(' · '), colour: colours[k] };
  });
}
