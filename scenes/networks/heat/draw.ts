import { escapeXml } from '../../../src/ui/export/names.ts';
import { toneOfPage } from '../../../src/ui/export/page.ts';
import { ExportFailure, imageOf } from '../../../src/ui/export/png.ts';
import { documentOf, standalone } from '../../../src/ui/export/svg.ts';
import { textWidth } from '../../../src/ui/export/textWidth.ts';

/** Left of a plot, as on the page; a line of words; a line of the key below. */
const [LEFT, LINE, KEY] = [52, 18, 26];
const FONT = '13px';

/** The map and the curves beside it as they stand on the page, with their words and what the colours are. */
export function drawMap(scale: number): Promise<HTMLImageElement> {
  const figure = document.querySelector('.net-heat-figure');
  const parts = [...(figure?.querySelectorAll('.net-heat-part') ?? [])].flatMap((part) => {
    const svg = part.querySelector('svg');
    return svg ? [{ svg, words: [...part.querySelectorAll('.net-heat-head > *')] }] : [];
  });
  if (!figure || parts.length === 0) throw new ExportFailure('picture');
  const head = 8 + LINE * Math.max(...parts.map(({ words }) => words.length));
  let [left, height] = [0, 0];
  const markup = parts.map(({ svg, words }) => {
    const { width, height: own } = svg.getBoundingClientRect();
    const lines = words.map((word, i) => wordAt(word, LEFT, LINE * (i + 1)));
    const drawn = `<g transform="translate(${left} 0)">${lines.join('')}<g transform="translate(0 ${head})">${standalone(svg)}</g></g>`;
    left += width;
    height = Math.max(height, head + own);
    return drawn;
  });
  const { fontFamily } = getComputedStyle(document.body);
  const whole = `${markup.join('')}<g transform="translate(${LEFT} ${height + LINE})">${keyOf(figure)}</g>`;
  const page = { width: left, height: height + KEY, markup: whole, title: 'Koubai', tone: toneOfPage(), fontFamily };
  return imageOf(documentOf(page, scale));
}

function wordAt(word: Element, x: number, y: number): string {
  const { color, fontWeight } = getComputedStyle(word);
  return `<text x="${x}" y="${y}" font-size="13" font-weight="${fontWeight}" fill="${color}">${escapeXml(word.textContent)}</text>`;
}

/** The ramp with the numbers at its ends, and what the line is; dots and hatching say themselves what they are in the caption's words. */
function keyOf(figure: Element): string {
  const { soft, ink } = toneOfPage();
  const keys = [...figure.querySelectorAll('.heat-key')];
  let x = 0;
  const text = (words: string) => {
    const at = `<text x="${x}" y="0" font-size="13" fill="${soft}">${escapeXml(words)}</text>`;
    x += textWidth(words, FONT) + 6;
    return at;
  };
  return keys
    .map((key) => {
      const ramp = key.querySelector('.heat-ramp');
      const words = [...key.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map((n) => n.nodeValue ?? '');
      if (ramp) {
        const colours = getComputedStyle(ramp).backgroundImage.match(/rgb\([^)]*\)/g) ?? [];
        const low = text(words[0] ?? '');
        const cells = colours.map(
          (colour, i) =>
            `<rect x="${x + (80 * i) / colours.length}" y="-10" width="${80 / colours.length + 0.5}" height="10" fill="${colour}"/>`,
        );
        x += 86;
        const high = text(words[1] ?? '');
        x += 14;
        return low + cells.join('') + high;
      }
      const swatch = key.querySelector('.heat-swatch');
      const look = swatch?.classList.contains('heat-line')
        ? `<path d="M${x} -5h20" stroke="${ink}" stroke-width="2" stroke-dasharray="6 4"/>`
        : swatch?.classList.contains('heat-gone')
          ? `<path d="M${x} 0l10 -10M${x + 6} 0l10 -10M${x + 12} 0l8 -8" stroke="${soft}"/><rect x="${x}" y="-10" width="20" height="10" fill="none" stroke="${soft}"/>`
          : `<path d="M${x + 2} -3h18M${x + 2} -7h18" stroke="${soft}" stroke-width="2" stroke-dasharray="2 3"/><rect x="${x}" y="-10" width="20" height="10" fill="none" stroke="${soft}"/>`;
      x += 26;
      const said = text(words.join(''));
      x += 14;
      return look + said;
    })
    .join('');
}
