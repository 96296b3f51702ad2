import { escapeXml } from './names.ts';
import type { Tone } from './page.ts';

/** What of the style sheet an SVG needs to look the same without it; each is a presentation attribute too. */
const LOOKS = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-linejoin',
  'stroke-linecap',
  'paint-order',
  'shape-rendering',
  'visibility',
  'font-size',
  'font-style',
  'font-weight',
] as const;

/** A drawing of the page as markup that stands alone: computed looks as attributes, no class, no style. */
export function standalone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [svg.querySelectorAll('*'), copy.querySelectorAll('*')];
  to.forEach((element, k) => {
    const style = getComputedStyle(from[k] as Element);
    for (const name of LOOKS) element.setAttribute(name, style.getPropertyValue(name));
    for (const name of ['class', 'style', 'color']) element.removeAttribute(name);
  });
  copy.setAttribute('x', '0');
  copy.setAttribute('y', '0');
  return new XMLSerializer().serializeToString(copy);
}

export interface SvgOf {
  readonly width: number;
  readonly height: number;
  readonly markup: string;
  readonly title: string;
  readonly tone: Tone;
  readonly fontFamily: string;
}

/** A whole SVG document; `scale` enlarges it without changing what is in it. */
export function documentOf({ width, height, markup, title, tone, fontFamily }: SvgOf, scale = 1): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width * scale}" height="${height * scale}"`,
    ` viewBox="0 0 ${width} ${height}" font-family="${escapeXml(fontFamily)}">`,
    `<title>${escapeXml(title)}</title><rect width="${width}" height="${height}" fill="${tone.paper}"/>${markup}</svg>`,
  ].join('');
}

export interface Legend {
  /** SVG elements in a room `width` × `height`, from (0, 0). */
  readonly markup: string;
  readonly height: number;
}

/** A legend below a drawing. */
export function withLegend(figure: { readonly markup: string; readonly height: number }, legend: Legend) {
  return {
    markup: `${figure.markup}<g transform="translate(0 ${figure.height})">${legend.markup}</g>`,
    height: figure.height + legend.height,
  };
}
