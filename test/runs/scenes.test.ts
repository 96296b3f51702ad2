import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { linkOf, pictureOf, syncHistory, turnTo } from '../../src/runs/history.ts';
import { createRecordedStore } from '../../src/runs/recorded.ts';
import { createSession } from '../../src/runs/session.tsx';
import { syncClock } from '../../src/runs/sync.ts';
import { labRules } from '../../scenes/optimizers/state/rules.ts';
import { sceneAsked } from '../../src/state/link.ts';
import { createSceneStore } from '../../src/state/sceneStore.ts';
import { toyRules } from '../state/toyScene.ts';
import { openSession } from './session.ts';

/** A session of a scene whose records come later than its state; `come` is the arrival of one. */
function openToy(overrides: Parameters<typeof toyRules.resolve>[0] = {}, mayPlay = true, framed = false) {
  const recorded = createRecordedStore();
  const session = { ...createSession(createSceneStore(toyRules, overrides), framed), recorded };
  const end = syncClock(session, () => mayPlay);
  return { ...session, end, come: (steps: number, restsAtEnd = false) => recorded.setState({ steps, restsAtEnd }) };
}

describe('the clock of a scene whose records come later', () => {
  test('it waits for the first record, then plays from the start, and the address stays as it was', () => {
    const { clock, store, come } = openToy();
    expect(clock).toMatchObject({ steps: 0, t: 0, playing: false });
    come(20);
    expect(clock).toMatchObject({ steps: 20, t: 0, playing: true });
    expect(store.get().overrides).toEqual({});
  });

  test('a link’s step is kept until the record reaches as far; where it does not, its end', () => {
    const page = openToy({ t: 12 });
    page.come(20);
    expect(page.clock).toMatchObject({ t: 12, playing: false });
    expect(page.store.get().overrides).toEqual({ t: 12 });
    const short = openToy({ t: 12 });
    short.come(8);
    expect(short.clock).toMatchObject({ t: 8, playing: false });
  });

  test('while a new experiment is computed the steps of the one before are none of its own', () => {
    const { clock, store, come } = openToy({}, false);
    come(20);
    store.begin({});
    expect(clock).toMatchObject({ steps: 0, t: 0, playing: false });
    come(7);
    expect(clock).toMatchObject({ steps: 7, t: 0 });
  });

  test('nothing plays by itself where motion is not wanted', () => {
    const { clock, come } = openToy({}, false);
    come(20);
    expect(clock).toMatchObject({ steps: 20, t: 0, playing: false });
  });

  test('a record whose way says little is shown at its end there, unless the link says otherwise; the address stays as it was', () => {
    const { clock, store, come } = openToy({}, false);
    come(20, true);
    expect(clock).toMatchObject({ steps: 20, t: 20, playing: false });
    expect(store.get().overrides).toEqual({});
    const asked = openToy({ t: 3 }, false);
    asked.come(20, true);
    expect(asked.clock.t).toBe(3);
    const moving = openToy();
    moving.come(20, true);
    expect(moving.clock).toMatchObject({ t: 0, playing: true });
  });

  test('a change that is no new experiment keeps the step as far as there is one', () => {
    const { clock, store, come } = openToy({ t: 12 });
    come(20);
    store.update({ size: 5 });
    come(30);
    expect(clock).toMatchObject({ steps: 30, t: 12, playing: false });
    come(9);
    expect(clock).toMatchObject({ steps: 9, t: 9, playing: false });
    expect(store.get().overrides).toEqual({ size: 5, t: 9 });
  });

  test('a new experiment waits again, even where its record is as long as the last', () => {
    const { clock, store, come } = openToy({ t: 12 });
    come(20);
    store.begin({ size: 5 });
    expect(clock).toMatchObject({ t: 0, playing: false });
    come(20);
    expect(clock).toMatchObject({ t: 0, playing: true });
    store.load({ t: 3 });
    come(20);
    expect(clock).toMatchObject({ t: 3, playing: false });
  });

  test('let go of, it hears of no record', () => {
    const { clock, come, end } = openToy();
    end();
    come(20);
    expect(clock.steps).toBe(0);
  });
});

describe('from scene to scene', () => {
  let entries: string[];
  let listeners: Set<() => void>;
  beforeEach(() => {
    vi.useFakeTimers();
    entries = [''];
    listeners = new Set();
    const hashOf = (address: string) => (address.startsWith('#') ? address : '');
    vi.stubGlobal('history', {
      pushState: (_: unknown, __: string, address: string) => entries.push(hashOf(address)),
      replaceState: (_: unknown, __: string, address: string) => (entries[entries.length - 1] = hashOf(address)),
    });
    vi.stubGlobal('location', {
      origin: 'https://example.org',
      pathname: '/lab/',
      search: '',
      get hash() {
        return entries.at(-1);
      },
    });
    vi.stubGlobal('addEventListener', (_: string, listener: () => void) => listeners.add(listener));
    vi.stubGlobal('removeEventListener', (_: string, listener: () => void) => listeners.delete(listener));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const isLab = (address: string) => sceneAsked(address) === labRules.id;

  test('the entry left behind holds what was dragged just before, and the new one names the other scene', () => {
    const lab = openSession({}, false);
    syncHistory(lab, () => undefined, isLab);
    lab.store.update({ start: [1, 1] }, 'replace');
    const toy = openToy({ size: 4 });
    turnTo(toyRules, toy.store.get().overrides, lab);
    expect(entries).toEqual(['#v=1&x=1,1', '#v=1&scene=toy&size=4']);
  });

  test('what the scene left still does writes nothing over the address of the other, nor does it read that', () => {
    const lab = openSession({}, false);
    const told: unknown[] = [];
    const end = syncHistory(lab, (notices) => told.push(notices), isLab);
    lab.store.update({ start: [1, 1] }, 'replace');
    turnTo(toyRules, {}, lab);
    vi.advanceTimersByTime(2000);
    lab.store.update({ view: 'book' });
    vi.advanceTimersByTime(2000);
    for (const listener of listeners) listener();
    expect(entries).toEqual(['#v=1&x=1,1', '#v=1&scene=toy']);
    expect([told, lab.store.get().state.view]).toEqual([[], 'book']);
    end();
    expect(listeners.size).toBe(0);
  });

  test('in a frame no entry is added', () => {
    turnTo(toyRules, {}, openSession({}, false, true));
    expect(entries).toEqual(['#v=1&scene=toy']);
  });

  test('the link of a picture names its scene and its step', () => {
    const toy = openToy({ size: 4 }, false);
    toy.come(20);
    toy.clock.seek(7);
    expect(linkOf(toy)).toBe('https://example.org/lab/#v=1&scene=toy&size=4&t=7');
    expect(pictureOf(toy)).toEqual({ size: 4, t: 7 });
  });
});
