import {
  BufferTarget,
  canEncodeVideo,
  CanvasSource,
  Mp4OutputFormat,
  Output,
  Quality,
  WebMOutputFormat,
} from 'mediabunny';

export type Ending = 'mp4' | 'webm' | 'gif';

/** Takes the frames of a clip, one after another, from one canvas. */
export interface Encoder {
  readonly ending: Ending;
  add(): Promise<void>;
  /** No frame comes after this. */
  finish(): Promise<Blob>;
  /** Lets go of everything; nothing comes of it. */
  cancel(): Promise<void>;
}

export interface EncoderOf {
  readonly canvas: HTMLCanvasElement;
  readonly framesPerSecond: number;
}

const quality = new Quality('high');

/** In the order in which others can play them: H.264 everywhere, VP9 and VP8 in browsers. */
const codecs = [
  { codec: 'avc', ending: 'mp4', format: () => new Mp4OutputFormat({ fastStart: 'in-memory' }) },
  { codec: 'vp9', ending: 'webm', format: () => new WebMOutputFormat() },
  { codec: 'vp8', ending: 'webm', format: () => new WebMOutputFormat() },
] as const;

export type VideoChoice = (typeof codecs)[number];

/** The first of them that this browser encodes at this size; null: none (without a secure context there is no encoder at all). */
export async function videoChoice(width: number, height: number): Promise<VideoChoice | null> {
  for (const choice of codecs) {
    if (await canEncodeVideo(choice.codec, { width, height, quality })) return choice;
  }
  return null;
}

export async function videoEncoder(
  { codec, ending, format }: VideoChoice,
  { canvas, framesPerSecond }: EncoderOf,
): Promise<Encoder> {
  const target = new BufferTarget();
  const output = new Output({ format: format(), target });
  const source = new CanvasSource(canvas, { codec, quality });
  output.addVideoTrack(source, { frameRate: framesPerSecond });
  await output.start();
  let frames = 0;
  return {
    ending,
    add: () => source.add(frames++ / framesPerSecond, 1 / framesPerSecond),
    async finish() {
      await output.finalize();
      if (!target.buffer) throw new Error('the encoder gave nothing');
      return new Blob([target.buffer], { type: `video/${ending}` });
    },
    cancel: () => output.cancel(),
  };
}
