import { useLayoutEffect, useRef, useState } from 'react';

/** Whether a row's own width is there in the room around it, which must not follow from the row: told anew as either changes. Null before it has been measured. */
export function useRowFits() {
  const room = useRef<HTMLDivElement>(null);
  const row = useRef<HTMLDivElement>(null);
  const [fits, setFits] = useState<boolean | null>(null);
  useLayoutEffect(() => {
    const [outer, inner] = [room.current, row.current];
    if (!outer || !inner) return;
    const measure = () => setFits(inner.offsetWidth <= outer.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(outer);
    observer.observe(inner);
    measure();
    return () => observer.disconnect();
  }, []);
  return { room, row, fits };
}
