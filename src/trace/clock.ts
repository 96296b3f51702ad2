/** Steps a second at speed 1: the book's 30 updates take 12 s; longer runs play faster, so that none takes much longer than that. */
export function stepsPerSecond(steps: number): number {
  return Math.max(2.5, steps / 12);
}

export type ClockEvent = 'tick' | 'step' | 'seek' | 'play' | 'pause' | 'end';

/**
 * The one mutable clock of a scene, outside any UI framework. `t` counts steps, fractional while a step is under way.
 * Frames call `advance`; everything else subscribes.
 */
export interface Clock {
  readonly t: number;
  readonly steps: number;
  readonly playing: boolean;
  speed: number;
  loop: boolean;
  /** Playing moves nothing meanwhile: its picture is still to come. */
  held: boolean;
  /** Moves by `seconds` of wall time when playing; true when t changed. */
  advance(seconds: number): boolean;
  /** Clamped to [0, steps]. */
  seek(t: number): void;
  /** The same as a frame of playing would bring it there: no choice of the reader's, nothing is written down. */
  show(t: number): void;
  play(): void;
  pause(): void;
  /** Keeps t (clamped) and whether it plays. */
  setSteps(steps: number): void;
  subscribe(listener: (event: ClockEvent) => void): () => void;
}

export function createClock(steps: number): Clock {
  const listeners = new Set<(event: ClockEvent) => void>();
  const emit = (event: ClockEvent) => {
    for (const listener of listeners) listener(event);
  };
  let t = 0;
  let playing = false;
  const within = (next: number) => Math.min(Math.max(Number.isFinite(next) ? next : 0, 0), steps);
  const clock: Clock = {
    get t() {
      return t;
    },
    get steps() {
      return steps;
    },
    get playing() {
      return playing;
    },
    speed: 1,
    loop: false,
    held: false,
    advance(seconds) {
      if (!playing || clock.held) return false;
      const before = Math.floor(t);
      t += seconds * stepsPerSecond(steps) * clock.speed;
      if (t >= steps) {
        if (clock.loop) t = steps > 0 ? t % steps : 0;
        else {
          t = steps;
          playing = false;
          emit('step');
          emit('end');
          return true;
        }
      }
      emit(Math.floor(t) === before ? 'tick' : 'step');
      return true;
    },
    seek(next) {
      const clamped = within(next);
      if (clamped === t) return;
      t = clamped;
      emit('seek');
    },
    show(next) {
      const before = t;
      t = within(next);
      if (t !== before) emit(Math.floor(t) === Math.floor(before) ? 'tick' : 'step');
    },
    play() {
      if (playing || steps === 0) return;
      if (t >= steps) t = 0;
      playing = true;
      emit('play');
    },
    pause() {
      if (!playing) return;
      playing = false;
      emit('pause');
    },
    setSteps(next) {
      if (next === steps) return;
      steps = next;
      t = Math.min(t, steps);
      emit('seek');
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return clock;
}
