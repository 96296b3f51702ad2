import { expect, test } from 'vitest';
import { lab } from '../../scenes/optimizers/model.ts';
import { MAX_ENABLED } from '../../scenes/optimizers/state/defaults.ts';
import { besideSolo } from '../../scenes/optimizers/commands.ts';
import { scene } from '../../scenes/optimizers/scene.ts';
import { resetAll } from '../../src/ui/commands.ts';
import { commandFor, keyTableOf, type KeyPress } from '../../src/ui/keys.ts';

const keyTable = keyTableOf(scene.keys);
const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  tag: 'body',
  type: '',
  editable: false,
  inDialog: false,
  ...more,
});

function page() {
  const session = lab.open({}, false);
  const opened: string[] = [];
  const context = {
    session,
    openHelp: () => opened.push('help'),
    openTable: () => opened.push('table'),
    resizeChart: () => opened.push('chart'),
    turnCard: (direction: 1 | -1) => opened.push(`card ${direction}`),
  };
  const type = (key: string) => commandFor(keyTable, press(key))?.run(context, key);
  return { session, opened, type };
}

test('no key has two commands, and every command is shown', () => {
  const keys = keyTable.flatMap((command) => command.keys);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { shown } of keyTable) expect(shown.length).toBeGreaterThan(0);
});

test('I leaves the selected optimizer alone, and I again brings back those that ran beside it, with their rates', () => {
  const { session, type } = page();
  const running = () =>
    session.store
      .get()
      .state.runs.filter(({ enabled }) => enabled)
      .map(({ id }) => id);
  const before = running();
  session.store.update({ selected: 'adam', runs: { adam: { params: { lr: 0.7 } }, momentum: { enabled: false } } });
  type('i');
  expect(running()).toEqual(['adam']);
  expect(session.store.get().state.runs.find(({ id }) => id === 'adam')?.params['lr']).toBe(0.7);
  type('i');
  expect(running()).toEqual(before.filter((id) => id !== 'momentum'));
  // A link that opens with one: those of the opening state come.
  const other = page();
  other.session.store.update({ runs: Object.fromEntries(before.slice(1).map((id) => [id, { enabled: false }])) });
  expect(other.session.store.get().state.runs.filter(({ enabled }) => enabled)).toHaveLength(1);
  other.type('i');
  expect(
    other.session.store
      .get()
      .state.runs.filter(({ enabled }) => enabled)
      .map(({ id }) => id),
  ).toEqual(before);
});

test('I again brings back no more than there is room for, and the selected optimizer among them', () => {
  const { session, type } = page();
  const { store } = session;
  const running = () => store.get().state.runs.flatMap(({ id, enabled }) => (enabled ? [id] : []));
  const enable = (id: string, enabled: boolean) => {
    const { runs } = store.get().overrides;
    store.update({ runs: { ...runs, [id]: { ...runs?.[id], enabled } } });
  };
  for (const id of ['rmsprop', 'nesterov']) enable(id, true);
  const six = running();
  expect(six).toHaveLength(MAX_ENABLED);
  type('i');
  expect(running()).toEqual(['sgd']);
  // Lion is last in the registry: what is one too many is dropped from the end.
  enable('lion', true);
  enable('sgd', false);
  expect([running(), store.get().state.selected]).toEqual([['lion'], 'lion']);
  type('i');
  expect(running().toSorted()).toEqual(['lion', ...six.slice(0, MAX_ENABLED - 1)].toSorted());
  expect(store.get().state.selected).toBe('lion');
  type('i');
  expect(running()).toEqual(['lion']);
});

test('I again brings back nothing of another scene', () => {
  const { session, type } = page();
  const { store } = session;
  const running = () => store.get().state.runs.flatMap(({ id, enabled }) => (enabled ? [id] : []));
  type('i');
  expect([running(), besideSolo(session).length]).toEqual([['sgd'], 4]);
  // A card's scene with Momentum alone.
  store.begin({
    card: 'semantics',
    runs: Object.fromEntries(['sgd', 'adagrad', 'adam'].map((id) => [id, { enabled: false }])),
  });
  const before = store.get();
  type('i');
  expect(store.get()).toBe(before);
  expect([running(), besideSolo(session)]).toEqual([['momentum'], []]);
});

test('the keys play, step, jump and stop the clock', () => {
  const { session, type } = page();
  type('ArrowRight');
  type('ArrowRight');
  expect(session.clock.t).toBe(2);
  session.clock.seek(2.4);
  type('ArrowLeft');
  expect(session.clock.t).toBe(2);
  type('End');
  expect(session.clock.t).toBe(30);
  type('Home');
  expect(session.clock.t).toBe(0);
  type(' ');
  expect(session.clock.playing).toBe(true);
  type('ArrowRight');
  expect(session.clock.playing).toBe(false);
});

test('the keys change the store: loop, speed, selection, view, height, swarm, plan, presentation', () => {
  const { session, type } = page();
  const state = () => session.store.get().state;
  type('L');
  expect(state().loop).toBe(true);
  type('+');
  expect(state().speed).toBe(2);
  for (let i = 0; i < 5; i++) type('+');
  expect(state().speed).toBe(4);
  for (let i = 0; i < 9; i++) type('-');
  expect(state().speed).toBe(0.25);
  type('3');
  expect(state().selected).toBe(state().runs.filter((run) => run.enabled)[2]?.id);
  type('6');
  expect(state().selected).toBe(state().runs.filter((run) => run.enabled)[2]?.id);
  type('b');
  expect(state().view).toBe('book');
  type('o');
  expect(state().view).toBe('overlay');
  type('o');
  expect(state().view).toBe('relief');
  type('h');
  expect(state().height).toBe('log');
  type('s');
  expect(state().swarm).toBe(false);
  type('p');
  expect(state().plan).toBe(false);
  type('V');
  expect(state().presenting).toBe(true);
  type('v');
  expect(state().presenting).toBe(false);
});

test('help and table open', () => {
  const { opened, type } = page();
  type('?');
  type('D');
  expect(opened).toEqual(['help', 'table']);
});

test('controls keep the keys that they need, and nothing listens behind a dialog or with a modifier', () => {
  const silent = [
    press(' ', { tag: 'button' }),
    press(' ', { tag: 'input', type: 'checkbox' }),
    press('1', { tag: 'input', type: 'text' }),
    press('l', { tag: 'select' }),
    press('ArrowLeft', { tag: 'input', type: 'range' }),
    press('ArrowLeft', { tag: 'input', type: 'radio' }),
    press('b', { tag: 'div', editable: true }),
    press('b', { inDialog: true }),
    press('d', { ctrlKey: true }),
    press('l', { metaKey: true }),
    press('x'),
  ];
  for (const one of silent) expect(commandFor(keyTable, one), JSON.stringify(one)).toBeNull();
  expect(commandFor(keyTable, press(' ', { tag: 'input', type: 'range' }))?.label).toBe('key.play');
  expect(commandFor(keyTable, press('ArrowLeft', { tag: 'button' }))?.label).toBe('key.back');
  expect(commandFor(keyTable, press('2', { tag: 'input', type: 'checkbox' }))?.label).toBe('key.select');
});

test('starting over clears everything but language and theme', () => {
  const { session } = page();
  const { store } = session;
  store.load({
    surface: 'beale',
    view: 'overlay',
    swarm: false,
    loop: true,
    speed: 2,
    language: 'ja',
    theme: 'dark',
    t: 4,
  });
  resetAll(session);
  expect(store.get().overrides).toEqual({ language: 'ja', theme: 'dark' });
});
