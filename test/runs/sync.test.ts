import { expect, test } from 'vitest';
import { restAt } from '../../src/runs/sync.ts';
import { setParam, setStart, setSurface, toggleRun } from '../../scenes/optimizers/state/actions.ts';
import { openSession } from './session.ts';

test('opens playing from the start; a link with a step rests there; reduced motion does not play', () => {
  expect(openSession().clock).toMatchObject({ t: 0, steps: 30, playing: true });
  expect(openSession({ t: 12.5 }).clock).toMatchObject({ t: 12.5, playing: false });
  expect(openSession({}, false).clock).toMatchObject({ t: 0, playing: false });
  expect(openSession({ t: 12, playing: true }).clock).toMatchObject({ t: 12, playing: true });
});

test('speed, loop and steps of the store rule the clock', () => {
  const { store, clock } = openSession({ speed: 2, loop: true, steps: 50 });
  expect(clock).toMatchObject({ speed: 2, loop: true, steps: 50 });
  store.update({ speed: 4, loop: false, steps: 60 });
  expect(clock).toMatchObject({ speed: 4, loop: false, steps: 60 });
});

test('a drag keeps the step and whether it plays', () => {
  for (const playing of [true, false]) {
    const { store, clock } = openSession();
    clock.advance(4);
    if (!playing) clock.pause();
    const { t } = clock;
    for (let i = 0; i < 100; i++) {
      setParam(store, 'sgd', 'lr', 0.5 + i / 200);
      setStart(store, [-7 + i / 50, 2]);
    }
    toggleRun(store, 'adam', false);
    expect(clock).toMatchObject({ t, playing });
  }
});

test('where the clock rests becomes the store’s step; while it plays the store names none', () => {
  const { store, clock } = openSession();
  const told = () => store.get().overrides.t;
  clock.advance(4.123); // 10.3075 steps
  expect(told()).toBeUndefined();
  clock.pause();
  expect(told()).toBe(10.31);
  expect(told()).toBe(restAt(clock.t));
  clock.seek(7);
  expect(told()).toBe(7);
  clock.play();
  expect(told()).toBeUndefined();
  clock.advance(60);
  expect(told()).toBe(30);
  expect(store.get().state.playing).toBe(false);
});

test.each([0, 12, 30])('another surface plays from its start, whatever step (%i) rested before', (rested) => {
  const { store, clock } = openSession({ t: rested });
  setSurface(store, 'rosenbrock');
  const { state, overrides } = store.get();
  expect(state.steps).not.toBe(30); // another number of steps, which also moves the clock
  expect(overrides).toEqual({ surface: 'rosenbrock' });
  expect(clock).toMatchObject({ t: 0, steps: state.steps, playing: true });
});

test.each([{}, { steps: 10 }, { surface: 'beale', steps: 2000 }])(
  'loading %j at rest plays it from its start',
  (link) => {
    const { store, clock } = openSession({ t: 30 });
    store.load(link);
    expect(store.get().overrides).toEqual(link);
    expect(clock).toMatchObject({ t: 0, playing: true });
  },
);

test('loading a link with a step rests there, also while playing and beyond the old number of steps', () => {
  const { store, clock } = openSession();
  clock.advance(2);
  store.load({ steps: 100, t: 80 });
  expect(clock).toMatchObject({ t: 80, steps: 100, playing: false });
  expect(store.get().overrides).toEqual({ steps: 100, t: 80 });
});

test('fewer steps than the one shown: the clock and the store agree on the last', () => {
  const { store, clock } = openSession({ t: 30 });
  store.update({ steps: 20 }, 'replace');
  expect(clock.t).toBe(20);
  expect(store.get().state.t).toBe(20);
});

test('let go of, neither moves the other', () => {
  const { store, clock, end } = openSession({ t: 3 });
  end();
  clock.seek(9);
  expect(store.get().overrides.t).toBe(3);
  store.load({ t: 20 });
  expect(clock.t).toBe(9);
});
