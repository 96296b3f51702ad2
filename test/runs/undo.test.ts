import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cards } from '../../scenes/optimizers/cards/index.ts';
import { lab } from '../../scenes/optimizers/model.ts';
import { setFormula, setParam, setStart, setSurface } from '../../scenes/optimizers/state/actions.ts';
import { closeEditor, openEditor } from '../../scenes/reconstruction/input/editing.ts';
import { model as reconstruction } from '../../scenes/reconstruction/model.ts';
import { putOwn, showItem, showShape } from '../../scenes/reconstruction/picture/choose.ts';
import { model as registration } from '../../scenes/registration/model.ts';
import { presets } from '../../scenes/registration/panel/presets.ts';
import type { Slot } from '../../scenes/registration/runs/own.ts';
import { table as registrationTable } from '../../scenes/registration/state/table.ts';
import { model as sdm, table as sdmTable } from '../../scenes/sdm/model.ts';
import { linkOf } from '../../src/runs/history.ts';
import type { Session } from '../../src/runs/session.tsx';
import { syncClock } from '../../src/runs/sync.ts';
import { createUndo } from '../../src/runs/undo.ts';
import { changePart, turnPart } from '../../src/scene/state/change.ts';
import { encodeLink } from '../../src/state/link.ts';
import { resetAll } from '../../src/ui/commands.ts';
import { openCard } from '../../src/ui/cards/tour.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('location', { origin: 'https://example.org', pathname: '/', hash: '' });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** As a page keeps it: its clock follows the store. */
function keep<S extends Session>(session: S) {
  const end = syncClock(session, () => true);
  const undo = createUndo(session);
  undo.keep();
  /** Which experiment it is, whatever step is shown. */
  const linked = () =>
    encodeLink(session.store.rules, { ...session.store.get().overrides, t: undefined, playing: undefined });
  /** Ends the task that is under way, and lets a second pass. */
  const pause = async () => {
    await Promise.resolve();
    vi.advanceTimersByTime(1100);
  };
  return { session, undo, linked, pause, told: () => undo.store.getState().told?.what ?? null, end };
}

const picture = (id: string) => ({ id, name: id, picture: {} as never });
const readSlot = (id: string): Slot => ({ kind: 'refused', name: id, error: null });

/** Every way to put another experiment in the place of the one on view. */
const replacements: readonly (readonly [what: string, open: () => Session, replace: (session: never) => void])[] = [
  ['optimizers: a card', () => lab.open({}, false), (s: Session) => openCard(s, cards[1]!)],
  ['optimizers: the opening state', () => lab.open({ surface: 'beale', t: 3 }, false), (s: Session) => resetAll(s)],
  [
    'optimizers: another surface',
    () => lab.open({}, false),
    ({ store }: ReturnType<typeof lab.open>) => setSurface(store, 'beale'),
  ],
  [
    'optimizers: an own formula',
    () => lab.open({ surface: 'beale' }, false),
    ({ store }: ReturnType<typeof lab.open>) => setFormula(store, 'x^2 + y^4', [-2, 2, -2, 2]),
  ],
  [
    'registration: another data set',
    () => registration.open({}, false),
    ({ store }: Session) => changePart(store, registrationTable.entries.data, 'data', 'room'),
  ],
  [
    'registration: a preset',
    () => registration.open({ seed: 5 }, false),
    ({ store }: ReturnType<typeof registration.open>) =>
      store.begin({
        factors: presets[1].factors,
        seed: undefined,
        panes: undefined,
        start: undefined,
        card: undefined,
      }),
  ],
  ['reconstruction: a shape', () => reconstruction.open({}, false), (s: never) => showShape(s, 'mug', 3)],
  [
    'reconstruction: a picture of the gallery',
    () => reconstruction.open({}, false),
    (s: never) => showItem(s, 'bench' as never),
  ],
  ['sdm: another function', () => sdm.open({ seed: 4 }, false), ({ store }: Session) => turnPart(store, sdmTable, 'h')],
];

describe.each(replacements)('%s', (_, open, replace) => {
  test('is told, undone and done again', async () => {
    const { session, undo, linked, pause, told } = keep(open());
    const before = linked();
    await pause();
    replace(session as never);
    const after = linked();
    expect(after).not.toBe(before);
    await pause();
    expect(told()).toBe('replaced');
    expect(undo.undo()).toBe(true);
    expect(linked()).toBe(before);
    expect(told()).toBe('undone');
    expect(undo.undo()).toBe(false);
    expect(undo.redo()).toBe(true);
    expect(linked()).toBe(after);
  });
});

test('undo rests at the step that was on view while it played', async () => {
  const { session, undo, pause } = keep(lab.open({}, false));
  session.clock.advance(2.02);
  await pause();
  openCard(session, cards[0]!);
  expect(session.clock.t).toBe(0);
  undo.undo();
  expect(session.clock.t).toBeCloseTo(5.05, 2);
  expect(session.clock.playing).toBe(false);
});

test('language, theme and camera stay the reader’s own', async () => {
  const { session, undo, pause } = keep(lab.open({}, false));
  setParam(session.store, 'sgd', 'lr', 0.5);
  await pause();
  const camera = { azimuth: 10, elevation: 40, zoom: 2, pan: [0, 0, 0] as const };
  session.store.update({ language: 'ja', theme: 'dark' });
  session.store.update({ camera }, 'replace');
  expect(undo.store.getState().past).toHaveLength(1);
  undo.undo();
  expect(session.store.get().overrides).toEqual({ language: 'ja', theme: 'dark', camera });
});

test('a drag is one change however slow, as long as the pointer is down; the next press is another', async () => {
  const { session, undo, linked, pause } = keep(lab.open({}, false));
  const { store } = session;
  const before = linked();
  const drag = async (values: readonly number[]) => {
    undo.press(true);
    for (const value of values) {
      setParam(store, 'sgd', 'lr', value, 'replace');
      await pause();
    }
    undo.press(false);
  };
  await drag([0.9, 0.5, 0.3]);
  const between = linked();
  await drag([0.2, 0.1]);
  undo.undo();
  expect(linked()).toBe(between);
  undo.undo();
  expect(linked()).toBe(before);
});

test('a drag is one change, a start moved by a click another; neither is told as another experiment', async () => {
  const { session, undo, told, pause } = keep(lab.open({}, false));
  for (let i = 1; i <= 50; i++) {
    setParam(session.store, 'sgd', 'lr', i / 100);
    vi.advanceTimersByTime(16);
  }
  await pause();
  setStart(session.store, [3, 1], 'push');
  setStart(session.store, [3.1, 1]);
  setStart(session.store, [3.2, 1]);
  expect(undo.store.getState().past).toHaveLength(2);
  expect(told()).toBeNull();
  undo.undo();
  expect(session.store.get().state.start).toEqual([-7, 2]);
  expect(session.store.get().overrides.runs?.['sgd']?.params).toEqual({ lr: 0.5 });
  undo.undo();
  expect(session.store.get().overrides).toEqual({});
  undo.redo();
  undo.redo();
  expect(session.store.get().state.start).toEqual([3.2, 1]);
});

test('a dropped cloud: the clouds that were there come back, and what is still being read is let go of', async () => {
  const { session, undo, pause, told } = keep(registration.open({ data: 'own' }, false));
  const { clouds } = session.own;
  clouds.setState({ source: readSlot('first') });
  await pause();
  // As `useTakeFiles`: the experiment begins, then the files are read.
  session.store.begin({ data: 'own', start: undefined });
  let canceled = false;
  clouds.setState({ source: { kind: 'reading', name: 'second', part: 0, cancel: () => (canceled = true) } });
  await pause();
  expect(told()).toBe('replaced');
  undo.undo();
  expect(canceled).toBe(true);
  expect(clouds.getState().source).toEqual(readSlot('first'));
  undo.redo();
  expect(clouds.getState().source).toEqual({ kind: 'empty' });
});

test('a dropped picture: the one that was there comes back, by reference', async () => {
  const { session, undo, pause } = keep(reconstruction.open({}, false));
  const [first, second] = [picture('1'), picture('2')];
  putOwn(session, first);
  await pause();
  putOwn(session, second);
  await pause();
  expect(undo.store.getState().past).toHaveLength(2);
  undo.undo();
  expect(session.own.getState().picture).toBe(first);
  undo.undo();
  expect(session.own.getState().picture).toBeNull();
  expect(session.store.get().overrides.picture).toBeUndefined();
  undo.redo();
  undo.redo();
  expect(session.own.getState().picture).toBe(second);
});

test('what is done in the editor, which has an undo of its own, is one change once it is closed', async () => {
  const { session, undo, pause, told } = keep(reconstruction.open({}, false));
  openEditor(session);
  for (const id of ['1', '2', '3']) {
    putOwn(session, picture(id));
    await pause();
  }
  expect(undo.store.getState().past).toHaveLength(0);
  closeEditor(session);
  await pause();
  expect(undo.store.getState().past).toHaveLength(1);
  expect(told()).toBe('replaced');
  undo.undo();
  expect(session.own.getState().picture).toBeNull();
});

test('Back of the browser goes the same way: undo goes on from there, and Forward is no change of its own', async () => {
  const { session, undo, pause } = keep(lab.open({}, false));
  setSurface(session.store, 'beale');
  await pause();
  setSurface(session.store, 'himmelblau');
  await pause();
  session.store.load({ surface: 'beale' });
  expect(undo.undo()).toBe(true);
  expect(session.store.get().overrides).toEqual({ t: 0 });
  expect(undo.undo()).toBe(false);
  undo.redo();
  expect(session.store.get().state.surface.id).toBe('beale');
  undo.redo();
  expect(session.store.get().state.surface.id).toBe('himmelblau');
  expect(linkOf(session)).toContain('s=himmelblau');
});

test('a view that was chosen at once is taken back alone; turning and zooming by hand is not', async () => {
  const { session, undo, pause } = keep(lab.open({}, false));
  const [by, chosen] = [10, 40].map((azimuth) => ({ azimuth, elevation: 30, zoom: 2, pan: [0, 0, 0] as const }));
  session.store.update({ camera: by }, 'replace');
  await pause();
  expect(undo.undo()).toBe(false);
  session.store.update({ camera: chosen });
  session.store.update({ camera: undefined });
  await pause();
  setStart(session.store, [3, 1], 'push');
  await pause();
  undo.undo();
  expect(session.store.get().state.camera).toBeNull();
  undo.undo();
  expect(session.store.get().state.camera).toEqual(chosen);
  undo.undo();
  expect(session.store.get().state.camera).toEqual(by);
  undo.redo();
  expect(session.store.get().state.camera).toEqual(chosen);
});
