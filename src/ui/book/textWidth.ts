/** Width of a line of text at `size` pixels, from above: full-width characters take their size, Latin ones a little more than half. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) >= 0x2e80 ? size : size * 0.53;
  return width;
}
