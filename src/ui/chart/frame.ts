import { ticks } from 'd3-array';

/** Where the chart's parts stand in a room of `width` × `height` CSS pixels. */
export interface ChartFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly steps: number;
  /** Names stand at the ends of the lines. */
  readonly named: boolean;
}

/** CSS pixels, where nobody says how high the room is. */
const CHART_HEIGHT = 104;
/** A narrower chart keeps its room for the lines; dashes and heads then tell them apart. */
const NAMES_FROM = 300;
const NAMES_ROOM = 84;
/** Longer names have more room, up to this share of the width. */
const NAMES_SHARE = 1 / 4;
/** Between the lines' ends and their names, and behind those. */
export const NAMES_GAP = 8;
const NAMES_EDGE = 4;

/** `longest`: the width of the longest name, CSS pixels. */
export function chartFrame(width: number, steps: number, height = CHART_HEIGHT, longest = 0): ChartFrame {
  const named = width >= NAMES_FROM;
  const wanted = Math.min(longest + NAMES_GAP + NAMES_EDGE, width * NAMES_SHARE);
  return {
    width,
    height,
    left: 44,
    right: Math.max(width - (named ? Math.max(NAMES_ROOM, wanted) : 12), 60),
    top: 20,
    bottom: Math.max(height - 20, 40),
    steps: Math.max(steps, 1),
    named,
  };
}

export function xOf({ left, right, steps }: ChartFrame, row: number): number {
  return left + (row / steps) * (right - left);
}

/** The whole step nearest to a place, within the run. */
export function stepAt({ left, right, steps }: ChartFrame, x: number): number {
  return Math.round(Math.min(Math.max((x - left) / (right - left), 0), 1) * steps);
}

/** `height` as heightOn gives it. */
export function yOf({ top, bottom }: ChartFrame, height: number): number {
  return bottom - height * (bottom - top);
}

/** Whole steps to number. */
export function stepTicks({ left, right, steps }: ChartFrame): number[] {
  const most = Math.max(2, Math.min(10, Math.floor((right - left) / 60)));
  return ticks(0, steps, most).filter(Number.isInteger);
}

/** What a name may be wide. */
export const nameRoom = ({ width, right }: ChartFrame): number => width - right - NAMES_GAP - NAMES_EDGE / 2;
