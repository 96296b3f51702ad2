import type { Box } from './framing.ts';

/** Where the page's panels are now, in CSS pixels of the window: what the subject and its labels keep clear of. */
export function panelBoxes(): Box[] {
  const boxes: Box[] = [];
  for (const panel of document.querySelectorAll('[data-panel]')) {
    const { left, top, right, bottom } = panel.getBoundingClientRect();
    if (right > left && bottom > top) boxes.push({ left, top, right, bottom });
  }
  return boxes;
}
