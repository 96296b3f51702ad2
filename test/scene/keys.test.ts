import { expect, test } from 'vitest';
import { scenes } from '../../src/app/scenes.ts';
import { changePart, turnPart } from '../../src/scene/state/change.ts';
import { type Entry, choice, flag, maybe, number, seed } from '../../src/scene/state/entries.ts';
import { keysOf } from '../../src/scene/state/keys.ts';
import { stateTable } from '../../src/scene/state/table.ts';
import { createSceneStore } from '../../src/state/sceneStore.ts';

const spec = { default: 3, min: 1, max: 5, scale: 'linear', integer: true } as const;
const table = stateTable(
  {
    count: number('n', spec),
    perhaps: maybe('m', spec),
    shown: flag('f', false, { key: 'f', row: false }),
    way: choice('w', ['a', 'b', 'c'], 'a', { key: 'w', row: false, offered: () => ['a', 'c'] }),
    seed: seed('s', spec, { key: 's', row: false }),
  },
  { id: 'keys', prefix: 'keys', maxSteps: 10 },
);

test('a key turns a flag over, takes the next option that is offered and the next seed, with a row in the panel or without', () => {
  const store = createSceneStore(table.rules, {});
  const after = (part: string) => {
    turnPart(store, table, part);
    return (store.get().state as unknown as Readonly<Record<string, unknown>>)[part];
  };
  expect([after('shown'), after('shown'), after('shown')]).toEqual([true, false, true]);
  expect([after('way'), after('way')]).toEqual(['c', 'a']);
  expect([after('seed'), after('seed'), after('seed')]).toEqual([4, 5, 1]);
});

test('a number has no next: nothing brings it back to its default', () => {
  const store = createSceneStore(table.rules, {});
  for (const part of ['count', 'perhaps'] as const) {
    changePart(store, table.entries[part], part, 2);
    turnPart(store, table, part);
    expect(store.get().state[part]).toBe(2);
  }
});

test.each(Object.entries(scenes))(
  '%s: every part with a key has a next value, and the keys of the table come last',
  async (_, { load }) => {
    const { keys, table } = await load(false);
    const named = Object.entries<Entry<unknown, unknown>>(table.entries).filter(([, { options }]) => options.key);
    expect(named.filter(([, { next }]) => !next)).toEqual([]);
    // In the help the scene's own, most of all its digits, stand before those of the table.
    const labels = keys.map(({ label }) => label);
    expect(labels.slice(labels.length - named.length)).toEqual(keysOf(table).map(({ label }) => label));
  },
);
