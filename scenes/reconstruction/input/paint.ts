import type { Stroke } from '../../../src/reconstruction/cutout/brush.ts';
import type { Mask, RgbaImage } from '../../../src/reconstruction/cutout/types.ts';

/* What the editor's canvases show. */

export function putImage(canvas: HTMLCanvasElement | null, { data, width, height }: RgbaImage): void {
  canvas?.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
}

/** The mask in the canvas's own colour. */
export function putMask(canvas: HTMLCanvasElement | null, { alpha, width, height }: Mask): void {
  const context = canvas?.getContext('2d');
  if (!canvas || !context) return;
  const image = context.createImageData(width, height);
  for (let at = 0; at < alpha.length; at++) image.data[4 * at + 3] = alpha[at]!;
  context.putImageData(image, 0, 0);
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = getComputedStyle(canvas).color;
  context.fillRect(0, 0, width, height);
  context.globalCompositeOperation = 'source-over';
}

/** A piece of a stroke that is still being drawn. */
export function strokeOn(canvas: HTMLCanvasElement | null, { mode, radius, points }: Stroke): void {
  const context = canvas?.getContext('2d');
  if (!canvas || !context) return;
  context.globalCompositeOperation = mode === 'erase' ? 'destination-out' : 'source-over';
  context.strokeStyle = getComputedStyle(canvas).color;
  context.lineWidth = 2 * radius;
  context.lineCap = context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(points[0]!, points[1]!);
  for (let k = points.length > 2 ? 2 : 0; k < points.length; k += 2) context.lineTo(points[k]!, points[k + 1]!);
  context.stroke();
  context.globalCompositeOperation = 'source-over';
}
