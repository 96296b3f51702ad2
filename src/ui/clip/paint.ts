import type { Tone } from '../export/page.ts';
import { runsOf, type ClipWords, type Frame } from './layout.ts';
import type { Measure } from '../export/lines.ts';

interface Painted {
  readonly frame: Frame;
  readonly words: ClipWords;
  readonly picture: CanvasImageSource & { readonly width: number; readonly height: number };
  /** How much of the run is over, 0 … 1. */
  readonly part: number;
  readonly tone: Tone & { readonly accent: string };
  readonly fontFamily: string;
  readonly measure: Measure;
}

/** Height of the line below that says how far the run is, for a shorter side of 1080. */
const BAR = 8;

/** Paints a frame of a clip over what the canvas held. */
export function paintFrame(pen: CanvasRenderingContext2D, of: Painted): void {
  const { frame, words, picture, part, tone, fontFamily, measure } = of;
  const { width, height, picture: room } = frame;
  pen.fillStyle = tone.paper;
  pen.fillRect(0, 0, width, height);
  const zoom = Math.min(room.width / picture.width, room.height / picture.height);
  const [w, h] = [picture.width * zoom, picture.height * zoom];
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, room.left + (room.width - w) / 2, room.top + (room.height - h) / 2, w, h);
  pen.textBaseline = 'alphabetic';
  for (const { text, x, baseline, font, block, colour } of runsOf(frame, words, measure)) {
    pen.font = `${font} ${fontFamily}`;
    pen.fillStyle = colour ?? (block === 'link' ? tone.soft : tone.ink);
    pen.fillText(text, x, baseline);
  }
  const bar = (BAR * Math.min(width, height)) / 1080;
  pen.fillStyle = tone.line;
  pen.fillRect(0, height - bar, width, bar);
  pen.fillStyle = tone.accent;
  pen.fillRect(0, height - bar, width * part, bar);
}
