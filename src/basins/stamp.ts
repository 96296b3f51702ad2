/** A small picture, RGBA with straight alpha, whose upper left corner comes to pixel (x, y) of a larger one. */
export interface Stamp {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly pixels: Uint8ClampedArray;
}

/** Lays a stamp over an opaque square picture, RGBA of size × size; what lies beyond its border is left out. */
export function press(into: Uint8ClampedArray, size: number, { x, y, width, pixels }: Stamp): void {
  for (let from = 0, k = 0; from < pixels.length; from += 4, k++) {
    const [column, row] = [x + (k % width), y + Math.floor(k / width)];
    if (column < 0 || row < 0 || column >= size || row >= size) continue;
    const at = 4 * (row * size + column);
    const alpha = pixels[from + 3]! / 255;
    for (let c = 0; c < 3; c++) into[at + c] = into[at + c]! + alpha * (pixels[from + c]! - into[at + c]!);
  }
}
