import type { LabSession } from '../model.ts';
import { linkOf } from '../../../src/runs/history.ts';
import { recordsOf } from '../runs/runViews.ts';
import type { Theme } from '../../../src/state/common.ts';
import { stepShown } from '../../../src/trace/jump.ts';
import { textWidth } from '../../../src/ui/export/textWidth.ts';
import type { ClipOf } from '../../../src/ui/clip/types.ts';
import type { Words } from '../../../src/ui/useText.ts';
import { NARROWEST, SCALE, toneOfPage } from '../../../src/ui/export/page.ts';
import { headingOf, legendOf, runLines, type LegendOf } from './legend.ts';
import { ExportFailure, imageOf, pngOf, stacked } from '../../../src/ui/export/png.ts';
import { documentOf, standalone, withLegend, type Legend } from '../../../src/ui/export/svg.ts';

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

function figureOnPage(): { readonly figure: Element; readonly svg: SVGSVGElement } {
  const figure = document.querySelector('.book-figure');
  const svg = figure?.querySelector('svg');
  if (!figure || !svg) throw new ExportFailure('picture');
  return { figure, svg };
}

/** What the clip of a run says, and how it is drawn. */
export function clipOf({ store, clock }: LabSession, t: Words, theme: Theme): ClipOf {
  const state = () => store.get().state;
  const step = () => stepShown(clock.t);
  return {
    name: () => `koubai-${state().surface.id ?? 'own-formula'}`,
    heading: () => headingOf(t, state(), step()),
    lines: () => runLines(t, recordsOf(state()), step(), theme),
    draw: state().view === 'relief' ? undefined : drawFigure,
  };
}

/** The flat figure alone, as it stands on the page. */
function drawFigure(scale: number): Promise<HTMLImageElement> {
  const { svg } = figureOnPage();
  const { width, height } = svg.getBoundingClientRect();
  const { fontFamily } = getComputedStyle(document.body);
  return imageOf(
    documentOf({ width, height, markup: standalone(svg), title: 'Koubai', tone: toneOfPage(), fontFamily }, scale),
  );
}

/** The flat figure as it stands on the page, with its caption, the legend and the link below it. */
function bookFigure(session: LabSession, t: Words, theme: Theme): Parameters<typeof documentOf>[0] {
  const { figure, svg } = figureOnPage();
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
