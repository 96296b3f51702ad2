import { linkOf } from '../../runs/history.ts';
import { readingAt } from '../../runs/registration/reading.ts';
import type { RegistrationSession } from '../../runs/registration/session.tsx';
import type { Theme } from '../../state/common.ts';
import { stepShown } from '../../trace/jump.ts';
import { textWidth } from '../book/textWidth.ts';
import { breakAnywhere, type Legend, type Tone } from '../export/legend.ts';
import { escapeXml } from '../export/names.ts';
import { toneOfPage } from '../export/pictures.ts';
import { ExportFailure, imageOf, pngOf, stacked } from '../export/png.ts';
import { documentOf } from '../export/svg.ts';
import type { Words } from '../useText.ts';
import { errorInWords, lengthInWords } from './lengths.ts';
import { coloursOf, titleOf } from './methods.ts';

/** Pixels a CSS pixel. */
const SCALE = 2;
/** CSS pixels that a legend needs, however narrow the picture. */
const NARROWEST = 560;
const PADDING = 20;
const LINE = 22;
const SMALL_LINE = 15;

/** The panes with what is written on them, a legend and the link below. */
export async function panesAsPng(session: RegistrationSession, t: Words, theme: Theme): Promise<Blob> {
  const { draw } = session.pictures.getState();
  if (!draw) throw new ExportFailure('picture');
  // Picture and legend of one and the same moment: nothing is awaited between them.
  const picture = draw(SCALE);
  const tone = toneOfPage();
  const width = Math.max(picture.width / SCALE, NARROWEST);
  const legend = legendOf(session, t, theme, tone, width);
  const { fontFamily } = getComputedStyle(document.body);
  const title = `Koubai: ${t(`reg.data.${session.store.get().state.data}`)}`;
  const below = await imageOf(documentOf({ width, ...legend, title, tone, fontFamily }, SCALE));
  return pngOf(stacked(tone.paper, picture, below));
}

function legendOf(session: RegistrationSession, t: Words, theme: Theme, tone: Tone, width: number): Legend {
  const { state } = session.store.get();
  const { panes } = session.runs.getState();
  const step = stepShown(session.clock.t);
  const colours = coloursOf(theme, state.panes);
  const room = width - 2 * PADDING;
  const parts = [`<path d="M${PADDING} 0.5H${width - PADDING}" stroke="${tone.line}"/>`];
  let y = 8;
  const put = (text: string, font: string, look: string, line: number) => {
    for (const piece of breakAnywhere(text, room, font, textWidth)) {
      y += line;
      parts.push(`<text x="${PADDING}" y="${y}" ${look}>${escapeXml(piece)}</text>`);
    }
  };
  const about = t('reg.figure.title', { data: t(`reg.data.${state.data}`), step, steps: session.clock.steps });
  put(about, '600 14px', `font-size="14" font-weight="600" fill="${tone.ink}"`, LINE);
  panes.forEach(({ settings, run }, k) => {
    if (!run) return;
    const { error, rmse, ended } = readingAt(run, step);
    const { judgement } = run.answer;
    const told = [
      titleOf(t, settings, run.pair),
      ...(error === null ? [] : [`${t('reg.error')} ${errorInWords(t, run.pair, error)}`]),
      `${t('reg.rmse')} ${lengthInWords(t, run.pair, rmse)}`,
      ...(ended && judgement ? [t(`reg.verdict.${judgement.verdict}`)] : []),
    ];
    put(told.join(' · '), '13px', `font-size="13" fill="${colours[k]}"`, LINE);
  });
  y += 8;
  put(linkOf(session), '11px', `font-size="11" fill="${tone.soft}"`, SMALL_LINE);
  return { markup: parts.join(''), height: y + 14 };
}
