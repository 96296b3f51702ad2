import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import type { Box } from '../../math/box.ts';
import { catchUp } from '../catchUp.ts';
import type { DrawPanes } from './SideBySide.tsx';
import { paintedText } from './paintedText.ts';
import { takePanesPicture, type Inset } from './takePanesPicture.ts';
import type { Palette } from '../palette.ts';

/** Draws the panes at so many pixels a CSS pixel; null: nothing can be drawn. */
interface PicturesOf {
  readonly draw: ((scale: number) => HTMLCanvasElement) | null;
}

interface PanesPicture {
  /** The session's `pictures`. */
  readonly pictures: { getState(): PicturesOf; setState(next: PicturesOf): void };
  /** null: nothing can be drawn now. */
  readonly painter: DrawPanes | null;
  readonly boxes: readonly Box[];
  readonly palette: Palette;
  /** What the canvas fills; what is written on the panes stands in it, marked `data-painted`. */
  readonly holder: HTMLElement;
}

/** Canvases among what is marked, and where each stands. */
function insetsOf(marked: readonly HTMLElement[], holder: HTMLElement): Inset[] {
  const origin = holder.getBoundingClientRect();
  return marked
    .filter((element) => element instanceof HTMLCanvasElement)
    .map((canvas) => {
      const { left, top, width, height } = canvas.getBoundingClientRect();
      return { canvas, x: left - origin.left, y: top - origin.top, width, height };
    });
}

/** Lets the export have the panes, with what is written on them, for as long as they stand. */
export function usePanesPicture({ pictures, painter, boxes, palette, holder }: PanesPicture): void {
  const get = useThree((state) => state.get);
  useEffect(() => {
    if (!painter || boxes.length === 0) return;
    const draw = (scale: number) => {
      catchUp(get());
      const marked = [...holder.querySelectorAll<HTMLElement>('[data-painted]')];
      const labels = paintedText(marked, holder);
      const insets = insetsOf(marked, holder);
      return takePanesPicture({ gl: get().gl, draw: painter, boxes, labels, insets, palette }, scale);
    };
    pictures.setState({ draw });
    return () => {
      if (pictures.getState().draw === draw) pictures.setState({ draw: null });
    };
  }, [pictures, get, painter, boxes, palette, holder]);
}
