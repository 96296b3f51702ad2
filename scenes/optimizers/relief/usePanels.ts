import { useEffect, useState } from 'react';
import type { Box } from '../../../src/math/box.ts';

const PANELS = '[data-panel]';

function boxesOn(stage: Element): readonly Box[] {
  const { left: x, top: y } = stage.getBoundingClientRect();
  return [...document.querySelectorAll(PANELS)]
    .map(shown)
    .filter(({ left, top, right, bottom }) => right > left && bottom > top)
    .map(({ left, top, right, bottom }) => ({ left: left - x, top: top - y, right: right - x, bottom: bottom - y }));
}

/**
 * What is seen of a panel: one in a room that scrolls, as much as the room shows. A sheet (a room that is itself touched, not only what lies in it)
 * counts whole, so that its words may grow and shrink without moving the picture.
 */
function shown(panel: Element): Box {
  const { left, top, right, bottom } = panel.getBoundingClientRect();
  const room = panel.parentElement;
  if (!room) return { left, top, right, bottom };
  const { overflowY, pointerEvents } = getComputedStyle(room);
  if (overflowY === 'visible') return { left, top, right, bottom };
  const sheet = room.getBoundingClientRect();
  if (pointerEvents === 'auto') return sheet;
  return { left, right, top: Math.max(top, sheet.top), bottom: Math.min(bottom, sheet.bottom) };
}

/** Where the page's panels lie over a stage, null at first; measured anew when one appears, goes or changes its size. */
export function usePanels(stage: Element | null): readonly Box[] | null {
  const [boxes, setBoxes] = useState<readonly Box[] | null>(null);
  useEffect(() => {
    if (!stage) return;
    const measure = () => {
      setBoxes((before) => {
        const now = boxesOn(stage);
        return JSON.stringify(now) === JSON.stringify(before) ? before : now;
      });
    };
    const sizes = new ResizeObserver(measure);
    const watch = () => {
      sizes.disconnect();
      sizes.observe(stage);
      for (const panel of document.querySelectorAll(PANELS)) sizes.observe(panel);
    };
    const isPanel = (node: Node) =>
      node instanceof Element && (node.matches(PANELS) || node.querySelector(PANELS) !== null);
    const tree = new MutationObserver((records) => {
      if (records.some(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes].some(isPanel))) watch();
    });
    tree.observe(document.body, { childList: true, subtree: true });
    watch();
    return () => {
      sizes.disconnect();
      tree.disconnect();
    };
  }, [stage]);
  return boxes;
}
