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

const dataOf = (session: RegistrationSession, t: Words) => t(`reg.data.${session.store.get().state.data}`);

/** What stands below the panes in a picture or a clip. */
export function panesInWords(session: RegistrationSession, t: Words, theme: Theme) {
  const { clock } = session;
  const values = () => ({ data: dataOf(session, t), step: stepShown(clock.t), steps: clock.steps });
  return {
    heading: () => t('reg.figure.title', values()),
    lines: () => methodLines(session, t, theme),
  };
}

/** The panes with what is written on them, a legend and the link below. */
export function panesAsPng(session: RegistrationSession, t: Words, theme: Theme): Promise<Blob> {
  const { heading, lines } = panesInWords(session, t, theme);
  return viewPng({
    draw: session.pictures.getState().draw,
    title: `Koubai: ${dataOf(session, t)}`,
    heading: heading(),
    lines: lines(),
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
