import type { Box } from '../../math/box.ts';

/** What may stand over a pane's picture: its names, its numbers, its foot, what says so itself. */
const COVERS = '.pane-head > *, .pane-foot, [data-covers]';

/**
 * What stands over the panes, in CSS pixels from the middle of its pane. A number that has once been longer keeps its room as long as the
 * panes stay as they are: words that come and go while the clock runs do not move the picture.
 */
export function createPaneCovers() {
  let of = '';
  const kept = new Map<string, Box>();
  return (panes: readonly (readonly [place: number, pane: Element])[], key: string): readonly Box[] => {
    if (key !== of) kept.clear();
    of = key;
    for (const [place, pane] of panes) {
      const { left, top, width, height } = pane.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      pane.querySelectorAll(COVERS).forEach((element, i) => {
        const box = element.getBoundingClientRect();
        if (box.width === 0 || box.height === 0) return;
        const name = `${place} ${element.className} ${i}`;
        const now: Box = { left: box.left - x, top: box.top - y, right: box.right - x, bottom: box.bottom - y };
        kept.set(name, union(kept.get(name) ?? now, now));
      });
    }
    return [...kept.values()];
  };
}

function union(a: Box, b: Box): Box {
  return {
    left: Math.floor(Math.min(a.left, b.left)),
    top: Math.floor(Math.min(a.top, b.top)),
    right: Math.ceil(Math.max(a.right, b.right)),
    bottom: Math.ceil(Math.max(a.bottom, b.bottom)),
  };
}
