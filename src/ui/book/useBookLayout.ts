import { useMemo, useState, type RefCallback } from 'react';
import { freeRoom } from './freeRoom.ts';
import { planLayout, type PlanLayout } from './layout.ts';
import type { Rect } from './plane.ts';
import { usePanels } from './usePanels.ts';
import { useSize } from './useSize.ts';

export interface BookRequest {
  readonly count: number;
  /** Width of a plan divided by its height. */
  readonly aspect: number;
  readonly titled: boolean;
  /** A line below the titles says what became of a run. */
  readonly eventful: boolean;
}

export interface BookLayout {
  /** What the page's panels leave free for the figure, caption included. */
  readonly room: Rect;
  readonly plans: PlanLayout;
  /** The learning rate stands on a line of its own. */
  readonly narrow: boolean;
}

const NARROW = 520;

/** Height of the caption, CSS pixels: longer where it wraps. */
function captionHeight(width: number): number {
  return width < NARROW ? 48 : 28;
}

function plansIn({ count, aspect, titled, eventful }: BookRequest, width: number, height: number) {
  const narrow = width < NARROW;
  const lines = titled ? 1 + Number(narrow) + Number(eventful) : 0;
  const free = Math.max(height - captionHeight(width), 1);
  return { narrow, free, plans: planLayout({ width, height: free, count, aspect, lines }) };
}

/** How large a plan is in a room; where the figure would have to scroll, so much less. */
function score(request: BookRequest, width: number, height: number): number {
  const { plans, free } = plansIn(request, width, height);
  const plot = plans.cells[0]?.plot;
  return plot ? Math.min(plot.width, plot.height) * Math.min(1, free / plans.height) : width * height;
}

/** Where the figure and its plans stand on the stage that `ref` is given to; null until it has been measured. */
export function useBookLayout(request: BookRequest): readonly [ref: RefCallback<Element>, layout: BookLayout | null] {
  const [stage, setStage] = useState<Element | null>(null);
  const panels = usePanels(stage);
  const [measure, size] = useSize<Element>();
  const { count, aspect, titled, eventful } = request;
  const layout = useMemo(() => {
    if (!size || panels === null) return null;
    const wanted = { count, aspect, titled, eventful };
    const room = freeRoom(size, panels, (width, height) => score(wanted, width, height));
    const { narrow, plans } = plansIn(wanted, room.width, room.height);
    return { room, plans, narrow };
  }, [size, panels, count, aspect, titled, eventful]);
  const [ref] = useState<RefCallback<Element>>(() => (element: Element | null) => {
    setStage(element);
    const end = element ? measure(element) : undefined;
    return () => {
      setStage(null);
      end?.();
    };
  });
  return [ref, layout];
}
