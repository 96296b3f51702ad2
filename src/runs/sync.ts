import type { Session } from './session.tsx';

/**
 * Keeps clock and store in step: the store's speed and loop rule the clock, and its steps (where it says none: the newest record's);
 * where the clock rests becomes the store's `t`. Returns a function that ends it.
 */
export function syncClock({ store, clock, recorded }: Session, mayPlay: () => boolean): () => void {
  const apply = () => {
    const { state } = store.get();
    if (state.steps !== null) clock.setSteps(state.steps);
    clock.speed = state.speed;
    clock.loop = state.loop;
  };
  // While an experiment begins, the store rules and the clock's own events write nothing back.
  let beginning = false;
  // A record that is still to come decides how far the clock goes: until then it waits before the first step.
  let awaited = false;
  const start = () => {
    const { state } = store.get();
    const calm = state.playing && !mayPlay();
    clock.seek(state.t ?? (calm && recorded?.getState().restsAtEnd ? clock.steps : 0));
    if (state.playing && !calm) clock.play();
  };
  const begin = () => {
    beginning = true;
    apply();
    clock.pause();
    awaited = store.get().state.steps === null;
    // The older record's steps are none of the new experiment's.
    if (awaited) clock.setSteps(0);
    else start();
    beginning = false;
  };
  const arrive = (steps: number | null) => {
    if (steps === null || store.get().state.steps !== null) return;
    beginning = awaited;
    clock.setSteps(steps);
    if (awaited) start();
    beginning = false;
    awaited = false;
  };
  begin();
  if (recorded) arrive(recorded.getState().steps);
  const endRecorded = recorded?.subscribe(({ steps }) => arrive(steps));
  const endStore = store.subscribe((now, before) => {
    if (now.experiment === before.experiment) apply();
    else begin();
  });
  const endClock = clock.subscribe((event) => {
    if (beginning) return;
    if (event === 'play') store.update({ t: undefined, playing: undefined }, 'replace');
    else if (event === 'pause' || event === 'end' || (event === 'seek' && !clock.playing)) {
      store.update({ t: restAt(clock.t), playing: undefined }, 'replace');
    }
  });
  return () => {
    endStore();
    endClock();
    endRecorded?.();
  };
}

/** Links name a step to two decimals; at rest it is mostly a whole one. */
export function restAt(t: number): number {
  return Math.round(t * 100) / 100;
}
