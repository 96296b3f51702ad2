import { useEffect, useMemo, useState, type RefCallback } from 'react';
import type { Box } from '../../math/box.ts';

export interface PaneSlots {
  /** The ref of the element that pane i fills; it lets the pointer through to the canvas. */
  readonly slot: (index: number) => RefCallback<HTMLElement>;
  /** Where the slots are, in CSS pixels from the holder's top left; only those that are there. */
  readonly boxes: readonly Box[];
}

/** Measures the elements of the page that panes of the canvas fill. `holder`: the element that the canvas fills. */
export function usePaneBoxes(holder: HTMLElement | null): PaneSlots {
  const [boxes, setBoxes] = useState<readonly Box[]>([]);
  const slots = useMemo(() => createSlots(setBoxes), []);
  useEffect(() => slots.watch(holder), [slots, holder]);
  // A slot may also move without changing its size: whatever moves it comes with a render.
  useEffect(() => {
    slots.measure();
  });
  return { slot: slots.slot, boxes };
}

function createSlots(tell: (boxes: readonly Box[]) => void) {
  const elements = new Map<number, HTMLElement>();
  const refs = new Map<number, RefCallback<HTMLElement>>();
  let holder: HTMLElement | null = null;
  let told: readonly Box[] = [];
  const measure = () => {
    if (!holder) return;
    const origin = holder.getBoundingClientRect();
    const boxes = [...elements]
      .sort(([a], [b]) => a - b)
      .map(([, element]): Box => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return {
          left: Math.round(left - origin.left),
          top: Math.round(top - origin.top),
          right: Math.round(right - origin.left),
          bottom: Math.round(bottom - origin.top),
        };
      });
    if (JSON.stringify(boxes) === JSON.stringify(told)) return;
    told = boxes;
    tell(boxes);
  };
  const observer = new ResizeObserver(measure);
  const slot = (index: number): RefCallback<HTMLElement> => {
    let ref = refs.get(index);
    if (!ref) {
      ref = (element) => {
        const before = elements.get(index);
        if (before) observer.unobserve(before);
        if (element) {
          elements.set(index, element);
          observer.observe(element);
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
      };
    },
  };
}
