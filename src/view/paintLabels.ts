import type { Box } from '../math/box.ts';

/** A label as it stands on the page; its looks are those of `element`. CSS pixels. */
export interface PaintedLabel {
  readonly element: HTMLElement;
  readonly text: string;
  /** The label's middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly leader: PaintedLeader | null;
}

export interface PaintedLeader {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly colour: string;
  readonly width: number;
}

/** Draws labels and leaders as the page shows them; the style sheet stays the one place that says how they look. */
export function paintLabels(pen: CanvasRenderingContext2D, labels: readonly PaintedLabel[]): void {
  pen.save();
  for (const { leader } of labels) {
    if (!leader) continue;
    pen.globalAlpha = 0.8;
    pen.strokeStyle = leader.colour;
    pen.lineWidth = leader.width;
    pen.beginPath();
    pen.moveTo(...leader.from);
    pen.lineTo(...leader.to);
    pen.stroke();
  }
  for (const { element, text, x, y, width, height } of labels) {
    const style = getComputedStyle(element);
    pen.globalAlpha = Number(style.opacity);
    pen.fillStyle = style.backgroundColor;
    pen.beginPath();
    pen.roundRect(x - width / 2, y - height / 2, width, height, Number.parseFloat(style.borderRadius) || 0);
    pen.fill();
    pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    pen.fillStyle = style.color;
    pen.textAlign = 'center';
    pen.textBaseline = 'alphabetic';
    // CSS centres ascent and descent in the line.
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = pen.measureText(text);
    pen.fillText(text, x, y + (fontBoundingBoxAscent - fontBoundingBoxDescent) / 2);
  }
  pen.restore();
}

/** The least box around labels, leaders and whatever pixel of `canvas` is not empty, in CSS pixels; null: nothing is drawn. */
export function inkBox(canvas: HTMLCanvasElement, scale: number, labels: readonly PaintedLabel[]): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const include = (x0: number, y0: number, x1: number, y1: number) => {
    left = Math.min(left, x0);
    top = Math.min(top, y0);
    right = Math.max(right, x1);
    bottom = Math.max(bottom, y1);
  };
  const { width, height } = canvas;
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  const { data } = pen.getImageData(0, 0, width, height);
  for (let y = 0; y < height; y++) {
    let first = 0;
    while (first < width && data[4 * (y * width + first) + 3] === 0) first++;
    if (first === width) continue;
    let last = width - 1;
    while (data[4 * (y * width + last) + 3] === 0) last--;
    include(first / scale, y / scale, (last + 1) / scale, (y + 1) / scale);
  }
  for (const label of labels) {
    const { x, y, width: w, height: h } = label;
    include(x - w / 2, y - h / 2, x + w / 2, y + h / 2);
  }
  return left < right ? { left, top, right, bottom } : null;
}
