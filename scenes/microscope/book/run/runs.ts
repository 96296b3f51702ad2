import { bytesIn } from '../../../../src/scene/results/room.ts';

/** Values by key, as a browser has them for good. Every call may reject: in private windows, where storage is denied, where it is full. */
export interface Disk<T> {
  get(key: string): Promise<T | undefined>;
  set(key: string, value: T): Promise<void>;
  keys(): Promise<readonly string[]>;
  delete(keys: readonly string[]): Promise<void>;
  /** Reads and writes in one, whoever else is at it. */
  update(key: string, change: (before: unknown) => unknown): Promise<void>;
}

export interface Runs<T> {
  /** undefined: there is none, or nothing can be read. */
  get(key: string): Promise<T | undefined>;
  /** False where it could not be kept. */
  keep(key: string, run: T): Promise<boolean>;
  forget(key: string): Promise<void>;
}

/** What may be kept: so many runs, that together hold so many bytes in typed arrays. */
export interface Limits {
  readonly most: number;
  readonly bytes: number;
}

/** Of each run that is kept the size, the newest last. It stands beside the runs, so that none has to be read for it. */
type Listed = readonly (readonly [key: string, bytes: number])[];
const LIST = 'list';

/** Keeps the newest runs. What the list does not name (older runs, and those that an earlier version of the page left) goes. */
export function createRuns<T>(disk: Disk<T>, { most, bytes }: Limits): Runs<T> {
  async function write(key: string, run: T, room: number): Promise<void> {
    let stay: Listed = [];
    // The list first: another tab deletes what is not on it.
    await disk.update(LIST, (before) => {
      const others = ((before ?? []) as Listed).filter(([other]) => other !== key);
      return (stay = newest([...others, [key, bytesIn(run)]], most, room));
    });
    const listed = new Set([LIST, ...stay.map(([kept]) => kept)]);
    const gone = (await disk.keys()).filter((other) => !listed.has(other));
    if (gone.length > 0) await disk.delete(gone);
    await disk.set(key, run);
  }
  // What is to go must not come back by what was still being written.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <R>(act: () => Promise<R>): Promise<R> => {
    const now = last.then(act);
    last = now.catch(() => undefined);
    return now;
  };
  return {
    get: (key) => disk.get(key).catch(() => undefined),
    async keep(key, run) {
      if (bytesIn(run) > bytes) return false;
      // Where there is less room than that, this one goes before all others.
      return inTurn(() => write(key, run, bytes).catch(() => write(key, run, 0))).then(
        () => true,
        () => false,
      );
    },
    // Where nothing can be deleted nothing was kept either.
    forget: (key) =>
      inTurn(async () => {
        await disk.update(LIST, (before) => ((before ?? []) as Listed).filter(([other]) => other !== key));
        await disk.delete([key]);
      }).catch(() => undefined),
  };
}

/** The last one, and of those before as many as there is room for. */
function newest(all: Listed, most: number, room: number): Listed {
  let left = room;
  const stay: (readonly [string, number])[] = [];
  for (const one of all.slice(-most).reverse()) {
    left -= one[1];
    if (stay.length > 0 && left < 0) break;
    stay.unshift(one);
  }
  return stay;
}
