let context: CanvasRenderingContext2D | null | undefined;

/** Width of a line of text in the page's font, CSS pixels; `font` is size and weight as CSS writes them, e.g. `600 14px`. */
export function textWidth(text: string, font: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  // Without a 2D canvas: from above, so that nothing overlaps.
  if (!context) return text.length * Number.parseFloat(font.split(' ').at(-1) ?? '');
  context.font = `${font} ${getComputedStyle(document.body).fontFamily}`;
  return context.measureText(text).width;
}
