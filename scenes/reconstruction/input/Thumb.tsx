import { useEffect, useRef } from 'react';
import type { PictureColours } from '../../../src/reconstruction/pictured.ts';
import type { Picture } from '../../../src/reconstruction/types.ts';

interface Props {
  /** Square, of any size; null: not there yet. */
  readonly picture: Picture | null;
  /** Its own, where they are to be seen instead of the greys. */
  readonly colours?: PictureColours | null | undefined;
  readonly className?: string;
  /** It belongs to what a PNG of the view shows. */
  readonly painted?: boolean;
}

/** A picture as the network sees it: straight gray, where the mask lets it be seen. */
export function Thumb({ picture, colours = null, className = '', painted = false }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  const edge = picture ? Math.round(Math.sqrt(picture.mask.length)) : 1;
  useEffect(() => {
    const context = ref.current?.getContext('2d');
    if (!context || !picture) return;
    const { gray, mask } = picture;
    const image = context.createImageData(edge, edge);
    for (let at = 0; at < mask.length; at++) {
      const covered = mask[at]!;
      if (colours) image.data.set(colours.subarray(3 * at, 3 * at + 3), 4 * at);
      else image.data.fill(covered === 0 ? 0 : (255 * gray[at]!) / covered, 4 * at, 4 * at + 3);
      image.data[4 * at + 3] = covered;
    }
    context.putImageData(image, 0, 0);
  }, [picture, colours, edge]);
  return (
    <canvas
      ref={ref}
      className={`rec-thumb ${className}`.trim()}
      width={edge}
      height={edge}
      aria-hidden="true"
      data-painted={painted ? '' : undefined}
    />
  );
}
