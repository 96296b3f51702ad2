import { useEffect, useRef } from 'react';
import { PICTURE_SIZE, type Picture } from '../../../src/reconstruction/types.ts';

/** A picture as the network sees it; what is not of the object is clear. */
export function Thumbnail({ picture }: { readonly picture: Picture }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(PICTURE_SIZE, PICTURE_SIZE);
    for (let i = 0; i < picture.mask.length; i++) {
      const mask = picture.mask[i]!;
      // Canvases take colour that is not premultiplied.
      const gray = mask > 0 ? Math.min((255 * picture.gray[i]!) / mask, 255) : 0;
      image.data.set([gray, gray, gray, mask], 4 * i);
    }
    context.putImageData(image, 0, 0);
  }, [picture]);
  return <canvas ref={canvas} className="kin-thumbnail" width={PICTURE_SIZE} height={PICTURE_SIZE} />;
}
