import { expect, test } from 'vitest';
import { flag } from '../../src/scene/state/entries.ts';
import { stateTable } from '../../src/scene/state/table.ts';

const open = (first: string, second: string) =>
  stateTable({ one: flag(first, true), other: flag(second, true) }, { id: 'here', maxSteps: 1 });

test('two parts with one key in links, or one that every scene has, are refused: one of them would be lost', () => {
  expect(() => open('wh', 'wh')).toThrow('two parts of here have the key wh');
  expect(() => open('wh', 'sp')).toThrow('the key sp');
  expect(open('wh', 'ab').rules.fields({})).toMatchObject({ wh: {}, ab: {}, sp: {} });
});
