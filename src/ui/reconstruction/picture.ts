import { linkOf } from '../../runs/history.ts';
import type { ReconstructionSession } from '../../runs/reconstruction/session.tsx';
import type { Theme } from '../../state/common.ts';
import { textWidth } from '../book/textWidth.ts';
import { breakAnywhere, type Legend, type Tone } from '../export/legend.ts';
import { escapeXml } from '../export/names.ts';
import { toneOfPage } from '../export/pictures.ts';
import { ExportFailure, imageOf, pngOf, stacked } from '../export/png.ts';
import { documentOf } from '../export/svg.ts';
import type { Words } from '../useText.ts';
import { figuresOf } from './figures.ts';
import { categoryName } from './names.ts';

/** Pixels a CSS pixel. */
const SCALE = 2;
/** CSS pixels that a legend needs, however narrow the picture. */
const NARROWEST = 560;
const PADDING = 20;
const LINE = 22;
const SMALL_LINE = 15;

/** What is on view with what is written on it, its figures and the link below. */
export async function viewAsPng(session: ReconstructionSession, t: Words, _theme: Theme): Promise<Blob> {
  const { draw } = session.pictures.getState();
  if (!draw) throw new ExportFailure('picture');
  // Picture and legend of one and the same moment: nothing is awaited between them.
  const picture = draw(SCALE);
  const tone = toneOfPage();
  const width = Math.max(picture.width / SCALE, NARROWEST);
  const legend = legendOf(session, t, tone, width);
  const { fontFamily } = getComputedStyle(document.body);
  const title = `Koubai: ${t('scene.name.reconstruction')}`;
  const below = await imageOf(documentOf({ width, ...legend, title, tone, fontFamily }, SCALE));
  return pngOf(stacked(tone.paper, picture, below));
}

function legendOf(session: ReconstructionSession, t: Words, tone: Tone, width: number): Legend {
  const { state } = session.store.get();
  const results = session.results.getState();
  const room = width - 2 * PADDING;
  const parts = [`<path d="M${PADDING} 0.5H${width - PADDING}" stroke="${tone.line}"/>`];
  let y = 8;
  const put = (text: string, font: string, look: string, line: number) => {
    for (const piece of breakAnywhere(text, room, font, textWidth)) {
      y += line;
      parts.push(`<text x="${PADDING}" y="${y}" ${look}>${escapeXml(piece)}</text>`);
    }
  };
  const plain = (text: string) => put(text, '13px', `font-size="13" fill="${tone.ink}"`, LINE);
  const sample = results.shown?.sample;
  const of = sample ? t('rec.shape', { category: categoryName(t, sample.category), seed: sample.seed }) : '';
  const about = [t('scene.name.reconstruction'), t(`rec.view.${state.view}`), of].filter((part) => part !== '');
  put(about.join(' · '), '600 14px', `font-size="14" font-weight="600" fill="${tone.ink}"`, LINE);
  if (state.view === 'answer') {
    for (const [id, measures] of figuresOf(results)) {
      if (!measures) continue;
      const { chamfer, emd, fScore } = measures;
      plain(
        t('rec.summary.line', {
          line: t(`rec.line.${id}`),
          chamfer: t.fixed(1000 * chamfer, 2),
          emd: t.fixed(emd, 3),
          fScore: t.fixed(fScore, 2),
        }),
      );
    }
  }
  y += 8;
  put(linkOf(session), '11px', `font-size="11" fill="${tone.soft}"`, SMALL_LINE);
  return { markup: parts.join(''), height: y + 14 };
}
