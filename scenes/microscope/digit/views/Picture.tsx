import { useEffect, useRef } from 'react';
import { SIDE } from '../../../../src/networks/microscope/centre.ts';
import { useTheme } from '../../../../src/ui/preferences.ts';
import { palettes, rgb } from '../../../../src/view/palette.ts';

interface Props {
  /** 784, 0 … 255. */
  readonly pixels: Uint8Array;
}

/** A digit as a small picture in the theme's ink; what it is stands beside it in words. */
export function Picture({ pixels }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { paper, ink } = palettes[useTheme()];
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const [low, high] = [rgb(paper), rgb(ink)];
    const image = context.createImageData(SIDE, SIDE);
    pixels.forEach((value, i) => {
      for (let k = 0; k < 3; k++) image.data[4 * i + k] = Math.round(255 * low[k]! + value * (high[k]! - low[k]!));
      image.data[4 * i + 3] = 255;
    });
    context.putImageData(image, 0, 0);
  }, [pixels, paper, ink]);
  return <canvas ref={canvas} className="mic-picture" width={SIDE} height={SIDE} aria-hidden="true" />;
}
