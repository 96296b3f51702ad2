import { LOWEST_LEVEL, type QualityLevel } from './quality.ts';

/** Played frames that a decision rests on. */
export const WINDOW = 40;
/** Median milliseconds a frame above which less is drawn. */
const SLOW = 40;
/** And below which more is tried: 60 Hz is kept, with a little room, for no screen shows that it could be faster. */
const FAST = 18;
/** A longer gap is a breakpoint or a tab out of sight, not a slow frame. */
const LONGEST_GAP = 1000;
const FIRST_PATIENCE = 2;
const MOST_PATIENCE = 64;

/** Where quality stands and how it got there. */
export interface Pace {
  readonly level: QualityLevel;
  /** Windows in a row that were fast. */
  readonly calm: number;
  /** How many of those it takes to try more. Doubles with each trial, so that quality does not go to and fro. */
  readonly patience: number;
}

export const firstPace: Pace = { level: 0, calm: 0, patience: FIRST_PATIENCE };

/** What follows from a window of frames with this median. */
export function nextPace({ level, calm, patience }: Pace, medianMilliseconds: number): Pace {
  if (medianMilliseconds > SLOW && level < LOWEST_LEVEL)
    return { level: (level + 1) as QualityLevel, calm: 0, patience };
  if (medianMilliseconds >= FAST || level === 0) return { level, calm: 0, patience };
  if (calm + 1 < patience) return { level, calm: calm + 1, patience };
  return { level: (level - 1) as QualityLevel, calm: 0, patience: Math.min(2 * patience, MOST_PATIENCE) };
}

export interface Pacer {
  /** A frame is drawn at `now`, in milliseconds. Only played frames count: at rest nothing is drawn at all. */
  drawn(now: number, playing: boolean): void;
}

/** Calls `onLevel` when quality should change. Allocates nothing but once a window. */
export function createPacer(onLevel: (level: QualityLevel) => void): Pacer {
  const gaps = new Float64Array(WINDOW);
  let count = 0;
  let before = NaN;
  let pace = firstPace;
  return {
    drawn(now, playing) {
      const gap = now - before;
      before = playing ? now : NaN;
      // Not `>`: after a rest the gap is NaN.
      if (!playing || !(gap <= LONGEST_GAP)) return;
      gaps[count++] = gap;
      if (count < WINDOW) return;
      count = 0;
      const next = nextPace(pace, gaps.slice().sort()[WINDOW / 2] as number);
      const changed = next.level !== pace.level;
      pace = next;
      if (!changed) return;
      // What the change itself costs is no frame of the new level.
      before = NaN;
      onLevel(pace.level);
    },
  };
}
