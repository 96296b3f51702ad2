import { useEffect, useRef, useState } from 'react';
import type { Rect } from '../book/plane.ts';
import type { BasinPicture } from './growth.ts';
import { useBasinPicture } from './useBasins.ts';

interface Props {
  readonly id: string | null;
  readonly rect: Rect;
}

/** An optimizer's basins under its plan. As a picture of its own, so that it is in whatever becomes of the drawing. */
export function BasinImage({ id, rect }: Props) {
  const url = usePng(useBasinPicture(id));
  if (url === null) return null;
  return <image data-basins={id} href={url} width={rect.width} height={rect.height} preserveAspectRatio="none" />;
}

/** The newest picture as a data URL, encoded off this thread; one at a time. */
function usePng(picture: BasinPicture | null): string | null {
  const [shown, setShown] = useState<string | null>(null);
  const work = useRef<{ newest: BasinPicture | null; busy: boolean }>({ newest: null, busy: false });
  useEffect(() => {
    const { current } = work;
    current.newest = picture;
    if (current.busy || !picture) return;
    current.busy = true;
    void (async () => {
      for (let next: BasinPicture | null = picture; next;) {
        const url = await pngOf(next);
        const newer: BasinPicture | null = current.newest;
        setShown(url);
        next = newer === next ? null : newer;
      }
      current.busy = false;
    })();
  }, [picture]);
  return picture && shown;
}

async function pngOf({ pixels, map: { size } }: BasinPicture): Promise<string> {
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  canvas.getContext('2d')!.putImageData(new ImageData(pixels, size, size), 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.readAsDataURL(blob!);
  });
}
