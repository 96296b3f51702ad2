import { textWidth } from './textWidth.ts';
import { breakAnywhere } from './lines.ts';
import { escapeXml } from './names.ts';
import { NARROWEST, SCALE, toneOfPage } from './page.ts';
import { ExportFailure, imageOf, pngOf, stacked } from './png.ts';
import { documentOf } from './svg.ts';

const PADDING = 20;
const LINE = 22;
const SMALL_LINE = 15;

export interface LegendLine {
  readonly text: string;
  /** Otherwise the page's ink. */
  readonly colour?: string | undefined;
}

export interface ViewPicture {
  /** Draws what is on view now, with what is written on it; null: nothing is. */
  readonly draw: ((scale: number) => HTMLCanvasElement | Promise<HTMLImageElement>) | null;
  /** The file's own title. */
  readonly title: string;
  readonly heading: string;
  readonly lines: readonly LegendLine[];
  /** Brings this very picture back. */
  readonly link: string;
}

/** A view as PNG: the picture, below it a heading, what is told of it, and the link. */
export async function viewPng({ draw, title, heading, lines, link }: ViewPicture): Promise<Blob> {
  if (!draw) throw new ExportFailure('picture');
  const picture = await draw(SCALE);
  const tone = toneOfPage();
  const width = Math.max(picture.width / SCALE, NARROWEST);
  const parts = [`<path d="M${PADDING} 0.5H${width - PADDING}" stroke="${tone.line}"/>`];
  let y = 8;
  const put = (text: string, font: string, look: string, line: number) => {
    for (const piece of breakAnywhere(text, width - 2 * PADDING, font, textWidth)) {
      y += line;
      parts.push(`<text x="${PADDING}" y="${y}" ${look}>${escapeXml(piece)}</text>`);
    }
  };
  put(heading, '600 14px', `font-size="14" font-weight="600" fill="${tone.ink}"`, LINE);
  for (const { text, colour = tone.ink } of lines) put(text, '13px', `font-size="13" fill="${colour}"`, LINE);
  y += 8;
  put(link, '11px', `font-size="11" fill="${tone.soft}"`, SMALL_LINE);
  const { fontFamily } = getComputedStyle(document.body);
  const legend = { markup: parts.join(''), height: y + 14 };
  const below = await imageOf(documentOf({ width, ...legend, title, tone, fontFamily }, SCALE));
  return pngOf(stacked(tone.paper, picture, below));
}
