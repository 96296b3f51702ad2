import type { LabSession } from '../../runs/lab.tsx';
import { linkOf } from '../../runs/history.ts';
import { recordsOf } from '../../runs/lab.tsx';
import type { Theme } from '../../state/common.ts';
import { stepShown } from '../../trace/jump.ts';
import { textWidth } from '../book/textWidth.ts';
import type { Words } from '../useText.ts';
import { legendOf, type Legend, type LegendOf, type Tone } from './legend.ts';
import { ExportFailure, imageOf, pngOf, stacked } from './png.ts';
import { documentOf, standalone, withLegend } from './svg.ts';

/** Pixels a CSS pixel. */
const SCALE = 2;
/** CSS pixels that a legend needs, however narrow the picture. */
const NARROWEST = 560;

/** The page's tokens: the style sheet says them once. */
export function toneOfPage(): Tone {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return { ink: token('--ink'), soft: token('--soft'), line: token('--line'), paper: token('--paper') };
}

function legendInputs({ store, clock }: LabSession, link: string, theme: Theme, notes: readonly string[]): LegendOf {
  const { state } = store.get();
  return { state, runs: recordsOf(state), step: stepShown(clock.t), link, theme, tone: toneOfPage(), notes };
}

function asDocument(of: LegendOf, width: number, { markup, height }: Legend): Parameters<typeof documentOf>[0] {
  const { fontFamily } = getComputedStyle(document.body);
  return { width, height, markup, title: `Koubai: ${of.state.surface.name}`, tone: of.tone, fontFamily };
}

/** The relief with its labels, the legend and the link below it. */
async function reliefPng(session: LabSession, t: Words, theme: Theme): Promise<Blob> {
  const { draw } = session.pictures.getState();
  if (!draw) throw new ExportFailure('picture');
  // Picture and legend of one and the same moment: nothing is awaited between them.
  const picture = draw(SCALE);
  const of = legendInputs(session, linkOf(session), theme, []);
  const width = Math.max(picture.width / SCALE, NARROWEST);
  const legend = legendOf(t, of, width, textWidth);
  const below = await imageOf(documentOf(asDocument(of, width, legend), SCALE));
  return pngOf(stacked(of.tone.paper, picture, below));
}

/** The flat figure as it stands on the page, with its caption, the legend and the link below it. */
function bookFigure(session: LabSession, t: Words, theme: Theme): Parameters<typeof documentOf>[0] {
  const figure = document.querySelector('.book-figure');
  const svg = figure?.querySelector('svg');
  if (!figure || !svg) throw new ExportFailure('picture');
  const { width, height } = svg.getBoundingClientRect();
  const caption = figure.querySelector('figcaption')?.textContent.trim() ?? '';
  const of = legendInputs(session, linkOf(session), theme, [caption]);
  const legend = legendOf(t, of, Math.max(width, NARROWEST), textWidth);
  return asDocument(of, Math.max(width, NARROWEST), withLegend({ markup: standalone(svg), height }, legend));
}

/** What is on view as a PNG at twice the page's size. */
export async function pictureAsPng(session: LabSession, t: Words, theme: Theme): Promise<Blob> {
  if (session.store.get().state.view === 'relief') return reliefPng(session, t, theme);
  const figure = bookFigure(session, t, theme);
  return pngOf(stacked(figure.tone.paper, await imageOf(documentOf(figure, SCALE))));
}

/** The flat figure as SVG. */
export function figureAsSvg(session: LabSession, t: Words, theme: Theme): Blob {
  return new Blob([documentOf(bookFigure(session, t, theme))], { type: 'image/svg+xml' });
}
