import { useEffect, useMemo, useState, type RefCallback } from 'react';
import type { Box } from '../../math/box.ts';
import { createPaneCovers } from './paneCovers.ts';

export interface PaneSlots {
  /** The ref of the element that pane i fills; it lets the pointer through to the canvas. */
  readonly slot: (index: number) => RefCallback<HTMLElement>;
  /** Where the slots are, in CSS pixels from the holder's top left; only those that are there. */
  readonly boxes: readonly Box[];
  /** What stands over the panes, see `paneCovers.ts`. */
  readonly covers: readonly Box[];
}

type Measured = Pick<PaneSlots, 'boxes' | 'covers'>;
const nothing: Measured = { boxes: [], covers: [] };

/** Measures the elements of the page that panes of the canvas fill. `holder`: the element that the canvas fills. */
export function usePaneBoxes(holder: HTMLElement | null): PaneSlots {
  const [measured, setMeasured] = useState(nothing);
  const slots = useMemo(() => createSlots(setMeasured), []);
  useEffect(() => slots.watch(holder), [slots, holder]);
  // A slot may also move without changing its size: whatever moves it comes with a render.
  useEffect(() => {
    slots.measure();
  });
  return { slot: slots.slot, ...measured };
}

function createSlots(tell: (measured: Measured) => void) {
  const elements = new Map<number, HTMLElement>();
  const refs = new Map<number, RefCallback<HTMLElement>>();
  let holder: HTMLElement | null = null;
  let told = nothing;
  const coversOf = createPaneCovers();
  const measure = () => {
    if (!holder) return;
    const origin = holder.getBoundingClientRect();
    const panes = [...elements].sort(([a], [b]) => a - b);
    const boxes = panes.map(([, element]): Box => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return {
        left: Math.round(left - origin.left),
        top: Math.round(top - origin.top),
        right: Math.round(right - origin.left),
        bottom: Math.round(bottom - origin.top),
      };
    });
    const same = JSON.stringify(boxes) === JSON.stringify(told.boxes);
    const covers = coversOf(panes, JSON.stringify(boxes));
    if (same && JSON.stringify(covers) === JSON.stringify(told.covers)) return;
    // The same object as long as nothing of it changes.
    told = { boxes: same ? told.boxes : boxes, covers };
    tell(told);
  };
  const observer = new ResizeObserver(measure);
  // Words come, go and grow without a render of the panes around them.
  const words = new MutationObserver(measure);
  const slot = (index: number): RefCallback<HTMLElement> => {
    let ref = refs.get(index);
    if (!ref) {
      ref = (element) => {
        const before = elements.get(index);
        if (before) observer.unobserve(before);
        if (element) {
          elements.set(index, element);
          observer.observe(element);
          words.observe(element, { childList: true, characterData: true, subtree: true });
        } else elements.delete(index);
        measure();
      };
      refs.set(index, ref);
    }
    return ref;
  };
  return {
    slot,
    measure,
    watch(next: HTMLElement | null) {
      holder = next;
      if (next) observer.observe(next);
      measure();
      return () => {
        if (next) observer.unobserve(next);
        words.disconnect();
      };
    },
  };
}
