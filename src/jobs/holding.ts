import type { Remote } from 'comlink';
import type { RemoteWorker } from './remote.ts';

/** How a worker is told what to keep, and to let go of it. */
export interface Holds<Api, Kept> {
  keep(api: Remote<Api>, id: string, thing: Kept): Promise<unknown>;
  forget(api: Remote<Api>, id: string): Promise<unknown>;
}

/** What workers keep by id: kept here too, so that one that takes another's place gets it again, when a call first uses it. */
export function createHolding<Api, Kept>(holds: Holds<Api, Kept> | undefined) {
  const things = new Map<string, Kept>();
  const heldBy = new WeakMap<RemoteWorker<Api>, Map<string, Kept>>();
  return {
    keep(id: string, thing: Kept): void {
      things.set(id, thing);
    },
    forget(id: string): void {
      things.delete(id);
    },
    /** What was forgotten leaves the worker, then what a call uses is sent. */
    async send(worker: RemoteWorker<Api>, uses: readonly string[]): Promise<void> {
      if (!holds) return;
      let held = heldBy.get(worker);
      if (!held) heldBy.set(worker, (held = new Map<string, Kept>()));
      for (const id of [...held.keys()]) {
        if (things.has(id)) continue;
        held.delete(id);
        await worker.alive(holds.forget(worker.api, id));
      }
      for (const id of uses) {
        const thing = things.get(id);
        if (thing === undefined) throw new Error(`nothing was put to be kept as "${id}"`);
        if (held.get(id) === thing) continue;
        await worker.alive(holds.keep(worker.api, id, thing));
        held.set(id, thing);
      }
    },
  };
}
