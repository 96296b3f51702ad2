import { hexToRgb } from '../../../src/math/oklab.ts';
import type { SeenDots } from './turned.ts';

/** Steps of shade, from lit to deep behind. */
const SHADES = 12;
/** Edge of a dot's picture, pixels. */
const SPRITE = 48;

/** A dot in each shade. */
export type Sprites = readonly HTMLCanvasElement[];

/** Dots of a colour, with a darker rim that tells each from those behind it. */
export function spritesOf(colour: string): Sprites {
  return Array.from({ length: SHADES }, (_, k) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = SPRITE;
    const context = canvas.getContext('2d')!;
    const light = 1.12 - (0.72 * k) / (SHADES - 1);
    const disc = (radius: number, by: number) => {
      context.fillStyle = dimmed(colour, by);
      context.beginPath();
      context.arc(SPRITE / 2, SPRITE / 2, radius, 0, 2 * Math.PI);
      context.fill();
    };
    disc(SPRITE / 2 - 1, light * 0.62);
    disc(SPRITE / 2 - 6, light);
    return canvas;
  });
}

function dimmed(hex: string, by: number): string {
  const part = (value: number) => Math.round(255 * Math.min(1, by * value));
  const [r, g, b] = hexToRgb(hex);
  return `rgb(${part(r)} ${part(g)} ${part(b)})`;
}

/** Dots, far to near, on a square canvas. */
export function paintDots(canvas: HTMLCanvasElement, dots: SeenDots | null, sprites: Sprites): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const edge = canvas.width;
  context.clearRect(0, 0, edge, edge);
  if (!dots) return;
  const { x, y, radius, order, shade } = dots;
  for (const i of order) {
    const sprite = sprites[Math.round(shade[i]! * (SHADES - 1))]!;
    const size = 2 * radius[i]! * edge;
    if (size <= 0) continue;
    context.drawImage(sprite, (x[i]! + 0.5) * edge - size / 2, (y[i]! + 0.5) * edge - size / 2, size, size);
  }
}
