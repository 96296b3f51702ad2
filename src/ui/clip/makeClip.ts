import type { Box } from '../../math/box.ts';
import { playLinkOf } from '../../runs/history.ts';
import type { Session } from '../../runs/session.tsx';
import { toneOfPage } from '../export/page.ts';
import { ExportFailure } from '../export/png.ts';
import { textWidth } from '../export/textWidth.ts';
import { drawn } from './drawn.ts';
import { videoChoice, videoEncoder, type Encoder, type Ending } from './encode.ts';
import { clockTimes } from './frames.ts';
import { frameFor, sizeOf, type ClipWords, type Frame, type ShapeId } from './layout.ts';
import { paintFrame } from './paint.ts';
import type { ClipOf, Drawing } from './types.ts';

export interface ClipJob {
  readonly session: Session;
  readonly of: ClipOf;
  /** Question and sentence as they stand on the page now. */
  readonly told: () => Pick<ClipWords, 'title' | 'sentence'>;
  readonly shape: ShapeId;
  /** Pixels of the shorter side, and frames a second, where there is a video encoder. */
  readonly side: number;
  readonly framesPerSecond: number;
  readonly signal: AbortSignal;
  /** How much is done, 0 … 1. */
  readonly onPart: (part: number) => void;
}

export interface Clip {
  readonly blob: Blob;
  readonly ending: Ending;
}

/** A GIF of the full size would have tens of megabytes. */
const GIF = { side: 480, framesPerSecond: 10 };
/** At how many moments it is looked up how much room picture and words need. */
const PROBES = 7;

function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/**
 * Plays the scene from its start to its end, frame by frame at the clip's own pace, whatever time a frame takes, and encodes what is drawn.
 * The clock stands afterwards where it stood, and plays if it played. Throws ExportFailure where there is no picture, an AbortError when
 * the signal aborts.
 */
export async function makeClip(job: ClipJob): Promise<Clip> {
  const { clock } = job.session;
  const { t, playing } = clock;
  clock.pause();
  try {
    return await record(job);
  } finally {
    clock.show(t);
    if (playing) clock.play();
  }
}

async function record({ session, of, told, shape, signal, onPart, ...wanted }: ClipJob): Promise<Clip> {
  const { clock } = session;
  const link = playLinkOf(session);
  const words = (): ClipWords => ({ ...told(), heading: of.heading(), lines: of.lines(), link });
  const at = async (t: number) => {
    clock.show(t);
    await drawn();
    signal.throwIfAborted();
  };
  const full = sizeOf(shape, wanted.side);
  const video = await videoChoice(full.width, full.height);
  const { framesPerSecond } = video ? wanted : GIF;
  const size = video ? full : sizeOf(shape, Math.min(GIF.side, wanted.side));

  const boxes: Box[] = [];
  const moments: ClipWords[] = [];
  for (let k = 0; k < PROBES; k++) {
    await at((clock.steps * k) / (PROBES - 1));
    const { box } = session.pictures.getState();
    if (!of.draw && box) boxes.push(box());
    moments.push(words());
  }
  const frame = frameFor(size, moments, textWidth);
  const draw = await drawerFor(session, of, frame, boxes.length > 0 ? around(boxes) : undefined);

  const canvas = document.createElement('canvas');
  Object.assign(canvas, size);
  const pen = canvas.getContext('2d', { willReadFrequently: !video });
  if (!pen) throw new ExportFailure('encode');
  const look = {
    ...{ frame, measure: textWidth, fontFamily: getComputedStyle(document.body).fontFamily },
    tone: { ...toneOfPage(), accent: getComputedStyle(document.documentElement).getPropertyValue('--accent').trim() },
  };
  const encoder: Encoder = video
    ? await videoEncoder(video, { canvas, framesPerSecond })
    : (await import('./gif.ts')).gifEncoder({ canvas, framesPerSecond });
  try {
    const times = clockTimes(clock.steps, framesPerSecond);
    for (const [k, time] of times.entries()) {
      await at(time);
      paintFrame(pen, { ...look, words: words(), picture: await draw(), part: (k + 1) / times.length });
      await encoder.add();
      onPart((k + 1) / times.length);
    }
    return { blob: await encoder.finish(), ending: encoder.ending };
  } catch (error) {
    await encoder.cancel();
    throw error;
  }
}

/** Draws the picture just as large as it stands in the frame; `box`: always the same part of the page. */
async function drawerFor(session: Session, of: ClipOf, { picture }: Frame, box?: Box): Promise<() => Promise<Drawing>> {
  const own = async (scale: number): Promise<Drawing> => {
    const { draw } = session.pictures.getState();
    if (!draw) throw new ExportFailure('picture');
    return draw(scale, box);
  };
  const draw = of.draw ?? own;
  const { width, height } = await draw(1);
  const scale = Math.min(picture.width / width, picture.height / height);
  return () => draw(scale);
}
