/** A round takes so long once it is under way. */
const SECONDS_A_ROUND = 20;
/** And after so many it comes to rest where it began: nothing moves for ever. */
const ROUNDS = 6;
const SECONDS = SECONDS_A_ROUND * ROUNDS;
/** The part of its time in which it sets off, and comes to rest again. */
const SETTING_OFF = 2.5 / SECONDS;
/** In which the eye draws back meanwhile, and comes near again. */
const DRAWING_BACK = 3 / SECONDS;
/** Who touches anything has the picture to himself for so long, milliseconds. */
export const HOLD = 8000;
/** Seconds in which it goes on from standing. */
const GOING_ON = 1.5;

/** Smooth from 0 to 1, with rest at both. */
const eased = (u: number): number => u * u * u * (u * (6 * u - 15) + 10);

/** The part of the way that is done after the part `u` of its time: even, but for setting off and coming to rest. */
export function turnedPart(u: number): number {
  const s = SETTING_OFF;
  if (u > 0.5) return 1 - turnedPart(1 - u);
  // The pace rises as 3v² − 2v³.
  const v = Math.min(u / s, 1);
  return (s * v * v * v * (1 - v / 2) + Math.max(u - s, 0)) / (1 - s);
}

/** How far the eye has drawn back after the part `u` of its time, 0 … 1. */
export function drawnBack(u: number): number {
  return eased(Math.min(u / DRAWING_BACK, (1 - u) / DRAWING_BACK, 1));
}

/** A slow turn, standing while somebody does something. */
export interface Turning {
  /** 0 … 1 of its time is over. */
  readonly part: () => number;
  /** Radians from where it began. */
  readonly angle: () => number;
  /** Goes on by `seconds`; `held`: it comes to stand. */
  pass(seconds: number, held: boolean): void;
}

export function createTurning(): Turning {
  let over = 0;
  let pace = 0;
  const part = () => Math.min(over / SECONDS, 1);
  return {
    part,
    angle: () => 2 * Math.PI * ROUNDS * turnedPart(part()),
    pass(seconds, held) {
      // At once, but gently on again.
      pace = held ? 0 : Math.min(pace + seconds / GOING_ON, 1);
      over += seconds * pace;
    },
  };
}
