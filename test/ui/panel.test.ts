import { expect, test } from 'vitest';
import { words } from '../../scenes/optimizers/words/index.ts';
import '../../scenes/optimizers/words/later.ts';
import { addTexts, hasText } from '../../src/i18n/index.ts';
import { allOptimizerIds, paramsOf, semanticsOf } from '../../src/optimizers/index.ts';
import { refusal } from '../../src/params/spec.ts';
import { setParam, setSemantics, setSurface, toggleRun } from '../../scenes/optimizers/state/actions.ts';
import { toggleDisturbance } from '../../scenes/optimizers/state/disturb.ts';
import { createLabStore, type LabStore } from '../../scenes/optimizers/state/store.ts';
import { decode, encode } from '../../scenes/optimizers/state/url.ts';
import { surfaces } from '../../src/surfaces/index.ts';
import type { SurfaceDef } from '../../src/surfaces/types.ts';
import { nameOf, numberAt, writeNumber, type Address } from '../../scenes/optimizers/panel/address.ts';
import { rowsOf } from '../../scenes/optimizers/panel/rows.ts';

addTexts(words);

const addressesOf = (store: LabStore): Address[] =>
  rowsOf(store.get()).flatMap(({ row }) => (row.kind === 'range' ? [row.address] : []));

test('in sight of the opening state: optimizers, surface, start, rules; everything else is folded or the way back', () => {
  const inSight = rowsOf(createLabStore().get()).filter(
    ({ section, row }) => section === null && row.kind !== 'section',
  );
  expect(inSight.map(({ row }) => row.kind)).toEqual(['optimizers', 'surface', 'start', 'semantics', 'reset']);
});

test('the keys of a panel differ', () => {
  const keys = rowsOf(createLabStore().get()).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test('every parameter of every optimizer under every semantics has its row, or is the learning rate in sight', () => {
  for (const id of allOptimizerIds) {
    for (const semantics of semanticsOf(id)) {
      const store = createLabStore({ runs: { adam: { enabled: false } }, selected: id });
      toggleRun(store, id, true);
      setSemantics(store, id, semantics);
      store.update({ selected: id });
      const rows = addressesOf(store).flatMap((address) =>
        address.of === 'run' && address.id === id ? [address.name] : [],
      );
      const names = Object.keys(paramsOf(id, semantics));
      expect(rows.sort(), `${id} ${semantics}`).toEqual(names.filter((name) => name !== 'lr').sort());
      const rate = numberAt(store.get(), { of: 'run', id, name: 'lr' });
      if (names.includes('lr')) expect(rate?.value).toBeGreaterThan(0);
      else expect(rate).toBeNull();
    }
  }
});

test('every parameter of every surface has its row', () => {
  for (const [id, surface] of Object.entries(surfaces) as [string, SurfaceDef][]) {
    const store = createLabStore();
    setSurface(store, id);
    const rows = addressesOf(store).flatMap((address) => (address.of === 'surface' ? [address.name] : []));
    expect(rows, id).toEqual(Object.keys(surface.params ?? {}));
  }
});

test('every row reads a number that its own spec accepts, writes it and goes back to its default', () => {
  for (const id of Object.keys(surfaces)) {
    const store = createLabStore();
    setSurface(store, id);
    const addresses: Address[] = [...addressesOf(store), { of: 'start', axis: 0 }, { of: 'start', axis: 1 }];
    for (const address of addresses) {
      const name = `${id} ${JSON.stringify(address)}`;
      const before = numberAt(store.get(), address);
      if (!before) throw new Error(name);
      expect(refusal(before.spec, before.value), name).toBeNull();
      expect(before.value, name).toBe(before.spec.default);
      expect(before.spec.min, name).toBeLessThan(before.spec.max);
      if (address.of !== 'start') expect(hasText(`param.${nameOf(address)}`), name).toBe(true);
      for (const written of [before.spec.max, before.spec.min]) {
        writeNumber(store, address, written);
        expect(numberAt(store.get(), address)?.value, name).toBe(written);
        expect(store.get().kind).toBe('replace');
      }
      writeNumber(store, address, before.spec.default);
      expect(numberAt(store.get(), address)?.value, name).toBe(before.value);
    }
    expect(store.get().overrides.runs ?? {}, id).toEqual({});
  }
});

test('disturbances: switched on they have their rows with the cards’ numbers, switched off neither rows nor a trace in the link', () => {
  const store = createLabStore();
  const names = () => addressesOf(store).flatMap((address) => (address.of === 'disturbance' ? [address.name] : []));
  const switches = rowsOf(store.get()).filter(({ row }) => row.kind === 'disturbance');
  expect(switches.map(({ row, section }) => [row, section])).toEqual([
    [{ kind: 'disturbance', part: 'inject' }, 'disturbance'],
    [{ kind: 'disturbance', part: 'lrChange' }, 'disturbance'],
  ]);
  expect(names()).toEqual([]);
  expect(numberAt(store.get(), { of: 'disturbance', name: 'injectX' })).toBeNull();

  toggleDisturbance(store, 'inject', true);
  expect(store.get().kind).toBe('push');
  expect(names()).toEqual(['injectStep', 'injectX', 'injectY']);
  toggleDisturbance(store, 'lrChange', true);
  expect(encode(store.get().overrides)).toBe('v=1&inj=8,20,0&lrc=10,0.1');
  expect(names()).toEqual(['injectStep', 'injectX', 'injectY', 'lrChangeStep', 'lrChangeFactor']);
  for (const name of names()) {
    const address = { of: 'disturbance', name } as const;
    const found = numberAt(store.get(), address)!;
    expect(hasText(`param.${nameOf(address)}`), name).toBe(true);
    expect(found.value, name).toBe(found.spec.default);
    for (const value of [found.spec.max, found.spec.min]) {
      writeNumber(store, address, value);
      expect(numberAt(store.get(), address)?.value, name).toBe(value);
      expect(store.get().kind).toBe('replace');
      // What a slider sets, a link brings back.
      expect(decode(encode(store.get().overrides))).toEqual({ overrides: store.get().overrides, notices: [] });
    }
  }
  expect(encode(store.get().overrides)).toBe('v=1&inj=1,-50,-50&lrc=1,0.01');
  toggleDisturbance(store, 'inject', false);
  toggleDisturbance(store, 'lrChange', false);
  expect(names()).toEqual([]);
  expect(store.get().overrides).toEqual({});
});

test('a number that the state no longer has is none, not an error', () => {
  const store = createLabStore();
  setSemantics(store, 'adam', 'torch');
  setParam(store, 'adam', 'weight_decay', 0.1);
  expect(numberAt(store.get(), { of: 'run', id: 'adam', name: 'weight_decay' })?.value).toBe(0.1);
  setSemantics(store, 'adam', 'book');
  expect(numberAt(store.get(), { of: 'run', id: 'adam', name: 'weight_decay' })).toBeNull();
  expect(numberAt(store.get(), { of: 'run', id: 'nobody', name: 'lr' })).toBeNull();
  setSurface(store, 'beale');
  expect(numberAt(store.get(), { of: 'surface', name: 'anisotropy' })).toBeNull();
});
