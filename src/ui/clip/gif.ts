import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import type { Encoder, EncoderOf } from './encode.ts';

/** A GIF that loops, each frame with the 256 colours that suit it best. */
export function gifEncoder({ canvas, framesPerSecond }: EncoderOf): Encoder {
  const gif = GIFEncoder();
  const { width, height } = canvas;
  return {
    ending: 'gif',
    async add() {
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('the canvas cannot be read');
      const { data } = pen.getImageData(0, 0, width, height);
      const palette = quantize(data, 256);
      gif.writeFrame(applyPalette(data, palette), width, height, { palette, delay: 1000 / framesPerSecond, repeat: 0 });
    },
    async finish() {
      gif.finish();
      return new Blob([gif.bytes()], { type: 'image/gif' });
    },
    cancel: async () => gif.reset(),
  };
}
