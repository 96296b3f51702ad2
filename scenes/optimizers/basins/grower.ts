import type { Theme } from '../../../src/basins/colours.ts';
import type { Jobs } from '../../../src/jobs/client.ts';
import { createGrowth, type Growth } from './growth.ts';
import type { BasinsOf } from './spec.ts';
import type { BasinStore } from './store.ts';

/** How often a map that grows is shown, milliseconds. */
const SHOWN_EVERY = 120;

/** Asks for one part of a map at a time, always of the newest settings, the coarser map first: nothing piles up behind a slider. */
export function createGrower(store: BasinStore, jobs: Pick<Jobs, 'basin'>) {
  const stop = new AbortController();
  const growths = new Map<string, { readonly key: string; readonly ground: string; readonly growth: Growth }>();
  let busy = false;
  let shownAt = 0;

  function show(id: string, growth: Growth): void {
    const picture = growth.picture();
    if (!picture) return;
    const whole = growth.next() === null;
    const now = performance.now();
    const before = store.getState().pictures.get(id);
    if (!whole && before?.of === picture.of && before.map.size === picture.map.size && now - shownAt < SHOWN_EVERY)
      return;
    shownAt = now;
    store.setState(({ pictures }) => ({ pictures: new Map(pictures).set(id, picture) }));
  }

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      for (;;) {
        const [next] = [...growths]
          .map(([id, { ground, growth }]) => ({ id, ground, growth, asked: growth.next() }))
          .filter(({ asked }) => asked !== null)
          .sort((a, b) => a.growth.level - b.growth.level);
        if (!next?.asked || stop.signal.aborted) return;
        const found = await jobs.basin(next.asked, stop.signal);
        next.growth.take(next.asked, found);
        // While a slider moves faster than answers come, what comes is the picture, though it is no longer the newest.
        if (growths.get(next.id)?.ground === next.ground) show(next.id, next.growth);
      }
    } catch (problem) {
      if (!stop.signal.aborted) store.setState({ problem });
    } finally {
      busy = false;
    }
  }

  return {
    want(wanted: ReadonlyMap<string, BasinsOf>, theme: Theme): void {
      for (const id of growths.keys()) if (!wanted.has(id)) growths.delete(id);
      for (const [id, of] of wanted) {
        const key = JSON.stringify([of, theme]);
        const ground = JSON.stringify([of.surface, of.window, theme]);
        if (growths.get(id)?.key !== key) growths.set(id, { key, ground, growth: createGrowth(of, theme) });
      }
      store.setState(({ pictures }) => ({
        pictures: new Map([...pictures].filter(([id]) => wanted.has(id))),
        problem: null,
      }));
      void work();
    },
    end(): void {
      stop.abort();
      store.setState({ pictures: new Map(), problem: null });
    },
  };
}
