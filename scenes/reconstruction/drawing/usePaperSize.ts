import { useEffect, useState, type RefObject } from 'react';

/** More makes no line sharper that one could see. */
const MOST = 1600;

/** The edge of a square element in device pixels. */
export function usePaperSize(element: RefObject<HTMLElement | null>): number {
  const [pixels, setPixels] = useState(1);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setPixels(Math.max(1, Math.min(MOST, Math.round(entry.contentRect.width * devicePixelRatio))));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return pixels;
}
