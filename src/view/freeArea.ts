import type { Box, Viewport } from './framing.ts';

/** The largest rectangle of the window that no panel touches (edges of panels are the only candidates for its own). */
export function freeArea({ width, height }: Viewport, panels: readonly Box[], gap: number): Box {
  const grown = panels.map(({ left, top, right, bottom }) => ({
    left: left - gap,
    top: top - gap,
    right: right + gap,
    bottom: bottom + gap,
  }));
  const within = (values: number[], max: number) =>
    [...new Set([0, max, ...values.filter((v) => v > 0 && v < max)])].sort((a, b) => a - b);
  const xs = within(
    grown.flatMap(({ left, right }) => [left, right]),
    width,
  );
  const ys = within(
    grown.flatMap(({ top, bottom }) => [top, bottom]),
    height,
  );
  let best: Box = { left: 0, top: 0, right: width, bottom: height };
  let bestArea = -1;
  for (const left of xs) {
    for (const right of xs) {
      if (right <= left) continue;
      for (const top of ys) {
        for (const bottom of ys) {
          const area = (right - left) * (bottom - top);
          if (bottom <= top || area <= bestArea) continue;
          const touches = (box: Box) => box.left < right && box.right > left && box.top < bottom && box.bottom > top;
          if (grown.some(touches)) continue;
          best = { left, top, right, bottom };
          bestArea = area;
        }
      }
    }
  }
  return best;
}
