import type { Session } from './lab.tsx';

/**
 * Keeps clock and store in step: the store's steps, speed and loop rule the clock; where the clock rests becomes the store's `t`.
 * Returns a function that ends it.
 */
export function syncClock({ store, clock }: Session, mayPlay: () => boolean): () => void {
  const apply = () => {
    const { state } = store.get();
    clock.setSteps(state.steps);
    clock.speed = state.speed;
    clock.loop = state.loop;
  };
  // While an experiment begins, the store rules and the clock's own events write nothing back.
  let beginning = false;
  const begin = () => {
    beginning = true;
    apply();
    const { state } = store.get();
    clock.pause();
    clock.seek(state.t ?? 0);
    if (state.playing && mayPlay()) clock.play();
    beginning = false;
  };
  begin();
  const endStore = store.subscribe((lab, before) => {
    if (lab.experiment === before.experiment) apply();
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
  };
}

/** Links name a step to two decimals; at rest it is mostly a whole one. */
export function restAt(t: number): number {
  return Math.round(t * 100) / 100;
}
