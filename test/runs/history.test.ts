import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openAside, spendAside } from '../../src/runs/aside.ts';
import { linkOf, syncHistory } from '../../src/runs/history.ts';
import { setParam, setStart, setSurface, toggleRun } from '../../scenes/optimizers/state/actions.ts';
import { decode } from '../../scenes/optimizers/state/url.ts';
import type { LinkNotice } from '../../src/state/link.ts';
import { openSession } from './session.ts';

/** A browser's session history as far as `syncHistory` uses it; `writes` holds what was written, and when. */
function fakeBrowser(hash = '') {
  const entries = [hash];
  let at = 0;
  let loaded: (() => void) | undefined;
  const writes: { readonly kind: 'push' | 'replace'; readonly hash: string; readonly ms: number }[] = [];
  const write = (kind: 'push' | 'replace') => (_: unknown, __: string, address: string) => {
    const next = /#.*/.exec(address)?.[0] ?? '';
    writes.push({ kind, hash: next, ms: performance.now() });
    if (kind === 'push') {
      entries.splice(++at);
    }
    entries[at] = next;
  };
  vi.stubGlobal('history', { pushState: write('push'), replaceState: write('replace') });
  vi.stubGlobal('location', {
    origin: 'https://example.org',
    pathname: '/lab/',
    search: '',
    get href() {
      return `https://example.org/lab/${entries[at]}`;
    },
    get hash() {
      return entries[at];
    },
  });
  vi.stubGlobal('addEventListener', (_: string, listener: () => void) => (loaded = listener));
  vi.stubGlobal('removeEventListener', () => (loaded = undefined));
  const go = (to: number) => {
    at = to;
    loaded?.();
  };
  return {
    writes,
    entries: () => entries,
    back: () => go(at - 1),
    visit: (next: string) => {
      entries.splice(at + 1);
      entries.push(next);
      go(at + 1);
    },
  };
}

function open(hash = '', framed = false) {
  const browser = fakeBrowser(hash);
  const session = openSession(decode(hash).overrides, false, framed);
  const notices: (readonly LinkNotice[])[] = [];
  const end = syncHistory(session, (told) => notices.push(told));
  return { ...session, browser, notices, end };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a discrete choice pushes at once, and back undoes it', () => {
  const { store, browser } = open();
  store.update({ view: 'book' });
  expect(browser.writes).toMatchObject([{ kind: 'push', hash: '#v=1&view=book' }]);
  browser.back();
  expect(store.get().state.view).toBe('relief');
  vi.advanceTimersByTime(5000);
  expect(browser.entries()).toEqual(['', '#v=1&view=book']);
});

test('a drag of 100 events replaces once, when it rests', () => {
  const { store, browser } = open();
  for (let i = 1; i <= 100; i++) {
    setParam(store, 'sgd', 'lr', i / 100);
    vi.advanceTimersByTime(16);
  }
  expect(browser.writes).toEqual([]);
  vi.advanceTimersByTime(500);
  expect(browser.writes).toMatchObject([{ kind: 'replace', hash: '#v=1&o=sgd;lr:1' }]);
});

test('a choice right after a drag: the entry left behind holds the drag, the new one both', () => {
  const { store, browser } = open();
  setParam(store, 'sgd', 'lr', 0.5);
  store.update({ view: 'book' });
  vi.advanceTimersByTime(5000);
  expect(browser.entries()).toEqual(['#v=1&o=sgd;lr:0.5', '#v=1&view=book&o=sgd;lr:0.5']);
  browser.back();
  expect(store.get().state.runs[0]?.params['lr']).toBe(0.5);
});

test('a key held down for three seconds: at most two writes in any second, the last state stands in the address', () => {
  const { store, browser } = open();
  for (let i = 0; i < 91; i++) {
    store.update({ height: store.get().state.height === 'log' ? 'linear' : 'log' });
    if (i % 3 === 0) setParam(store, 'sgd', 'lr', 0.5 + i / 1000);
    vi.advanceTimersByTime(33);
  }
  vi.advanceTimersByTime(2000);
  const times = browser.writes.map(({ ms }) => ms);
  for (const from of times) expect(times.filter((ms) => ms >= from && ms < from + 1000).length).toBeLessThanOrEqual(2);
  expect(times.length).toBeGreaterThan(3);
  expect(browser.entries().at(-1)).toBe('#v=1&h=log&o=sgd;lr:0.59');
});

test('dragging the start is one entry: its first move pushes, the others replace it, and back is the start before the drag', () => {
  const { store, browser } = open('#v=1&x=1,1');
  setParam(store, 'sgd', 'lr', 0.5);
  for (let i = 0; i <= 100; i++) {
    setStart(store, [2 + i / 100, 1], i === 0 ? 'push' : 'replace');
    vi.advanceTimersByTime(16);
  }
  vi.advanceTimersByTime(5000);
  expect(browser.entries()).toEqual(['#v=1&x=1,1&o=sgd;lr:0.5', '#v=1&x=3,1&o=sgd;lr:0.5']);
  browser.back();
  expect(store.get().state).toMatchObject({ start: [1, 1] });
});

test('two drags within a second: two entries, the rate of writes held', () => {
  const { store, browser } = open();
  for (const x of [1, 2]) {
    setStart(store, [x, 1], 'push');
    vi.advanceTimersByTime(100);
    setStart(store, [x + 0.5, 1], 'replace');
    vi.advanceTimersByTime(550);
  }
  vi.advanceTimersByTime(5000);
  expect(browser.entries()).toEqual(['', '#v=1&x=1.5,1', '#v=1&x=2.5,1']);
});

test('embedded, choices replace the one entry: back is the embedding page’s', () => {
  const { store, browser } = open('#v=1&view=book', true);
  store.update({ view: 'overlay' });
  setStart(store, [1, 1], 'push');
  vi.advanceTimersByTime(2000);
  setSurface(store, 'beale');
  vi.advanceTimersByTime(2000);
  expect(browser.entries()).toEqual(['#v=1&s=beale&view=overlay']);
  expect(new Set(browser.writes.map(({ kind }) => kind))).toEqual(new Set(['replace']));
});

test('nothing is written for what changes nothing', () => {
  const { store, browser } = open('#v=1&view=book');
  store.update({ view: 'book' });
  setParam(store, 'sgd', 'lr', 0.95); // the bowl's own
  vi.advanceTimersByTime(5000);
  expect(browser.writes).toEqual([]);
});

test('back to the opening state writes the bare address', () => {
  const { store, browser } = open('#v=1&view=book');
  store.update({ view: undefined });
  expect(browser.entries()).toEqual(['#v=1&view=book', '']);
});

test('a link visited loads, with its notices, and writes nothing of its own', () => {
  const { store, clock, browser, notices } = open();
  store.update({ view: 'book' });
  browser.visit('#v=1&s=beale&x=2,1&n=-5&t=7');
  expect(store.get().overrides).toEqual({ surface: 'beale', start: [2, 1], t: 7 });
  expect(clock).toMatchObject({ t: 7, playing: false });
  expect(notices).toEqual([[{ part: 'n', value: '-5', reason: 'invalid' }]]);
  vi.advanceTimersByTime(5000);
  expect(browser.writes).toHaveLength(1);
  browser.back();
  browser.back();
  expect(store.get().overrides).toEqual({});
  expect(notices.slice(1)).toEqual([[], []]);
});

test('back while a drag has not been written yet: the drag is forgotten', () => {
  const { store, browser } = open();
  setSurface(store, 'beale');
  setParam(store, 'sgd', 'lr', 0.5);
  browser.back();
  vi.advanceTimersByTime(5000);
  expect(browser.entries()).toEqual(['', '#v=1&s=beale']);
  expect(store.get().overrides).toEqual({});
});

test('let go of, it writes nothing more', () => {
  const { store, browser, end } = open();
  setParam(store, 'sgd', 'lr', 0.5);
  end();
  toggleRun(store, 'adam', false);
  vi.advanceTimersByTime(5000);
  expect(browser.writes).toEqual([]);
});

test('the link to copy holds the state and the step shown, and brings both back', () => {
  const session = open('#v=1&s=beale&o=sgd;lr:0.001');
  session.clock.seek(12.25);
  const link = linkOf(session);
  expect(link).toBe('https://example.org/lab/#v=1&s=beale&t=12.25&o=sgd;lr:0.001');
  expect(openSession(decode(link).overrides).clock).toMatchObject({ t: 12.25, playing: false });
});

/** Opens something over the scene; `heard`: how it was closed. */
function over(store: ReturnType<typeof open>['store']) {
  const heard: string[] = [];
  openAside(store, { onBack: () => heard.push('back'), onElsewhere: () => heard.push('elsewhere') });
  return heard;
}

test('what is opened over the scene has an entry of its own; Back closes it, loads nothing, and what was moved just before is kept', () => {
  const { store, browser } = open('#v=1&view=book');
  setParam(store, 'sgd', 'lr', 0.123);
  const moved = store.get();
  const heard = over(store);
  expect(browser.entries()).toHaveLength(2);
  expect(browser.entries()[0]).toContain('0.123');
  expect(browser.entries()[1]).toBe(browser.entries()[0]);
  browser.back();
  expect(heard).toEqual(['back']);
  // The very same: no clock starts over.
  expect(store.get()).toBe(moved);
});

test('what changed beneath while it was open is in the address after Back', () => {
  const { store, browser } = open();
  over(store);
  store.update({ t: 12 }, 'replace');
  browser.back();
  vi.advanceTimersByTime(5000);
  expect(store.get().state.t).toBe(12);
  expect(browser.entries()[0]).toContain('t=12');
});

test('closed of itself, its entry is the next choice’s: none is left to go back to that does nothing', () => {
  const { store, browser } = open();
  const heard = over(store);
  spendAside(store);
  vi.advanceTimersByTime(2000);
  store.update({ view: 'book' });
  expect(browser.entries()).toEqual(['', '#v=1&view=book']);
  browser.back();
  expect(store.get().state.view).toBe('relief');
  expect(heard).toEqual([]);
});

test('closed of itself and opened again, it has one entry', () => {
  const { store, browser } = open();
  over(store);
  spendAside(store);
  const heard = over(store);
  expect(browser.entries()).toHaveLength(2);
  browser.back();
  expect(heard).toEqual(['back']);
});

test('a link that is followed while it is open is loaded, and closes it for that', () => {
  const { store, browser } = open();
  const heard = over(store);
  browser.visit('#v=1&view=book');
  expect(store.get().state.view).toBe('book');
  expect(heard).toEqual(['elsewhere']);
});
