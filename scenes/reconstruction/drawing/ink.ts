import { closes, type Mark, type PenStroke } from '../../../src/reconstruction/drawing/marks.ts';
import type { Mask } from '../../../src/reconstruction/cutout/types.ts';
import { CANVAS, type Sketch } from './sketch.ts';

/* The ink on the paper: drawn as lines, as sharp as the screen is, while the network gets the mask. */

/** Of each base, as a picture in one colour. */
let last: { readonly base: Mask; readonly colour: string; readonly canvas: HTMLCanvasElement } | null = null;

function pictureOf(base: Mask, colour: string): HTMLCanvasElement {
  if (last?.base === base && last.colour === colour) return last.canvas;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [base.width, base.height];
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(base.width, base.height);
  base.alpha.forEach((value, at) => (image.data[4 * at + 3] = value));
  context.putImageData(image, 0, 0);
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = colour;
  context.fillRect(0, 0, base.width, base.height);
  last = { base, colour, canvas };
  return canvas;
}

/** Everything anew: the base, its marks, and the stroke that is still being drawn. */
export function putInk(canvas: HTMLCanvasElement | null, { base, history }: Sketch, stroke: PenStroke | null): void {
  const context = canvas?.getContext('2d');
  if (!canvas || !context) return;
  const colour = getComputedStyle(canvas).color;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  const { done } = history;
  const cleared = done.findLastIndex(({ mode }) => mode === 'clear');
  if (cleared < 0) context.drawImage(pictureOf(base, colour), 0, 0, canvas.width, canvas.height);
  context.setTransform(canvas.width / CANVAS, 0, 0, canvas.height / CANVAS, 0, 0);
  context.fillStyle = context.strokeStyle = colour;
  context.lineCap = context.lineJoin = 'round';
  for (const mark of [...done.slice(cleared + 1), ...(stroke ? [stroke] : [])]) putMark(context, mark);
}

function putMark(context: CanvasRenderingContext2D, mark: Mark): void {
  if (mark.mode === 'clear') return;
  const { mode, radius, points } = mark;
  context.globalCompositeOperation = mode === 'erase' ? 'destination-out' : 'source-over';
  context.lineWidth = 2 * radius;
  context.beginPath();
  context.moveTo(points[0]!, points[1]!);
  for (let k = points.length > 2 ? 2 : 0; k < points.length; k += 2) context.lineTo(points[k]!, points[k + 1]!);
  if (closes(mark)) {
    context.closePath();
    context.fill();
  }
  context.stroke();
  context.globalCompositeOperation = 'source-over';
}
