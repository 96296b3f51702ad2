import { useMemo, useState, type RefCallback } from 'react';
import { freeRoom } from './freeRoom.ts';
import { planLayout, type PlanLayout } from './layout.ts';
import type { Rect } from './plane.ts';
import { usePanels } from '../relief/usePanels.ts';
import { useSize } from '../../../src/ui/useSize.ts';

export interface BookRequest {
  readonly count: number;
  /** Width of a plan divided by its height. */
  readonly aspect: number;
  /** Width of the longest title with its learning rate, CSS pixels; null: no titles. */
  readonly titleWidth: number | null;
  /** Widths of the caption's two sentences, CSS pixels: the second begins a line of its own where both do not fit on one. */
  readonly captionWidths: readonly [first: number, second: number];
  /** Height of a line of the first one, where it is of buttons. */
  readonly captionLine?: number | undefined;
  /** A line below the titles says what became of a run. */
  readonly eventful: boolean;
}

export interface BookLayout {
  /** What the page's panels leave free for the figure, caption included. */
  readonly room: Rect;
  readonly plans: PlanLayout;
  /** The learning rate stands on a line of its own. */
  readonly narrow: boolean;
  /** Room only for the first sentence of the caption. */
  readonly brief: boolean;
  /** The plans are higher than the room. */
  readonly scrolls: boolean;
}

const CAPTION_LINE = 20;
const CAPTION_PADDING = 16;
/** Of each line that is broken: what does not fit any more, a Japanese character that may not begin a line with it. */
const CAPTION_LOSS = 26;
/** In a lower room the caption has one sentence if the whole would wrap. */
const LOW = 420;

function plansIn(
  { count, aspect, titleWidth, eventful, captionWidths, captionLine = CAPTION_LINE }: BookRequest,
  width: number,
  height: number,
) {
  const line = width - CAPTION_PADDING;
  const captionLines = (textWidth: number) =>
    textWidth <= line ? 1 : Math.ceil(textWidth / Math.max(line - CAPTION_LOSS, 1));
  const [first, second] = captionWidths.map(captionLines) as [number, number];
  const whole = captionWidths[0] + captionWidths[1] <= line ? 1 : first + second;
  const brief = height < LOW && whole > 1;
  const lines = brief ? first : whole;
  // All on one line, or the first sentence's lines and then the second's.
  const high = Math.min(lines, first);
  const free = Math.max(height - 8 - captionLine * high - CAPTION_LINE * (lines - high), 1);
  const withLines = (lines: number) => planLayout({ width, height: free, count, aspect, lines });
  if (titleWidth === null) return { narrow: false, brief, free, plans: withLines(0) };
  const plans = withLines(1 + Number(eventful));
  const narrow = titleWidth > plans.titleRoom;
  return { narrow, brief, free, plans: narrow ? withLines(2 + Number(eventful)) : plans };
}

/** How large a plan is in a room; where the figure would have to scroll, so much less. */
function score(request: BookRequest, width: number, height: number): number {
  const { plans, free } = plansIn(request, width, height);
  const plot = plans.cells[0]?.plot;
  return plot ? Math.min(plot.width, plot.height) * Math.min(1, free / plans.height) : width * height;
}

/**
 * Where the figure and its plans stand on the stage that `ref` is given to; null until it has been measured. All in units of
 * `scale` CSS pixels.
 */
export function useBookLayout(
  request: BookRequest,
  scale: number,
): readonly [ref: RefCallback<Element>, layout: BookLayout | null] {
  const [stage, setStage] = useState<Element | null>(null);
  const panels = usePanels(stage);
  const [measure, size] = useSize<Element>();
  const { count, aspect, titleWidth, eventful, captionWidths, captionLine } = request;
  const [first, second] = captionWidths;
  const layout = useMemo(() => {
    if (!size || panels === null) return null;
    const wanted: BookRequest = { count, aspect, titleWidth, eventful, captionWidths: [first, second], captionLine };
    const stage = { width: size.width / scale, height: size.height / scale };
    const boxes = panels.map(({ left, top, right, bottom }) => ({
      left: left / scale,
      top: top / scale,
      right: right / scale,
      bottom: bottom / scale,
    }));
    const room = freeRoom(stage, boxes, (width, height) => score(wanted, width, height));
    const { narrow, brief, free, plans } = plansIn(wanted, room.width, room.height);
    return { room, plans, narrow, brief, scrolls: plans.height > free };
  }, [size, panels, scale, count, aspect, titleWidth, eventful, first, second, captionLine]);
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
