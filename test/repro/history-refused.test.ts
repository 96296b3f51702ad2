import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { syncHistory, turnTo } from '../../src/runs/history.ts';
import { setSurface } from '../../scenes/optimizers/state/actions.ts';
import { labRules } from '../../scenes/optimizers/state/rules.ts';
import { sceneAsked } from '../../src/state/link.ts';
import { openSession } from '../runs/session.ts';
import { toyRules } from '../state/toyScene.ts';

/* Safari throws when a page writes its history too often; nobody caught that, and a scene turned to then never opened. */

let entries: string[];
let refuses = false;
let tried = 0;
let onPopState: (() => void) | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  entries = [''];
  refuses = false;
  tried = 0;
  const write = (put: (hash: string) => void) => (_: unknown, __: string, address: string) => {
    tried++;
    if (refuses) throw new DOMException('Attempt to use history.replaceState() more than 100 times', 'SecurityError');
    put(address.startsWith('#') ? address : '');
  };
  vi.stubGlobal('history', {
    pushState: write((hash) => entries.push(hash)),
    replaceState: write((hash) => (entries[entries.length - 1] = hash)),
  });
  vi.stubGlobal('location', {
    pathname: '/lab/',
    search: '',
    get hash() {
      return entries.at(-1);
    },
  });
  vi.stubGlobal('addEventListener', (_: string, listener: () => void) => (onPopState = listener));
  vi.stubGlobal('removeEventListener', () => (onPopState = undefined));
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const isLab = (address: string) => sceneAsked(address) === labRules.id;

test('what the browser refuses is written once it may be: one entry, the newest state', () => {
  const session = openSession({}, false);
  const { store } = session;
  const end = syncHistory(session, () => undefined, isLab);
  refuses = true;
  store.update({ view: 'book' });
  vi.advanceTimersByTime(1000);
  setSurface(store, 'beale');
  vi.advanceTimersByTime(1000);
  store.update({ start: [2, 1] }, 'replace');
  vi.advanceTimersByTime(20_000);
  expect(entries).toEqual(['']);
  // It does not run up against the limit all the time.
  expect(tried).toBeLessThan(10);
  refuses = false;
  vi.advanceTimersByTime(10_000);
  expect(entries).toEqual(['', '#v=1&s=beale&x=2,1&view=book']);
  store.update({ view: undefined });
  expect(entries.at(-1)).toBe('#v=1&s=beale&x=2,1');
  end();
});

test('another scene opens all the same, and the address is its own as soon as that may be', () => {
  const lab = openSession({}, false);
  const end = syncHistory(lab, () => undefined, isLab);
  lab.store.update({ start: [1, 1] }, 'replace');
  refuses = true;
  expect(() => turnTo(toyRules, {}, lab)).not.toThrow();
  // The scene left still rests somewhere: that is no longer what the address will say.
  lab.store.update({ view: 'book' });
  vi.advanceTimersByTime(3000);
  refuses = false;
  vi.advanceTimersByTime(6000);
  expect(entries).toEqual(['', '#v=1&scene=toy']);
  end();
});

test('back, while something is owed: that is forgotten', () => {
  const session = openSession({}, false);
  const end = syncHistory(session, () => undefined, isLab);
  session.store.update({ view: 'book' });
  vi.advanceTimersByTime(2000);
  refuses = true;
  setSurface(session.store, 'beale');
  vi.advanceTimersByTime(1000);
  entries.pop();
  onPopState?.();
  refuses = false;
  vi.advanceTimersByTime(20_000);
  expect(entries).toEqual(['']);
  expect(session.store.get().state.view).toBe('relief');
  end();
});
