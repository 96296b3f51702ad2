import { expect, test } from 'vitest';
import { model } from '../../scenes/networks/model.ts';
import type { Run } from '../../scenes/networks/run/types.ts';
import { specOf } from '../../scenes/networks/state.ts';
import { thereOf } from '../../src/scene/computing.tsx';
import { PLACE } from '../../src/scene/model.ts';
import { noResult } from '../../src/scene/results/types.ts';

/** A run of 60 steps with so many records of its two tracks. */
const runWith = (counts: readonly number[], whole: boolean): Run =>
  ({ parts: 60, whole, tracks: counts.map((count) => ({ count })) }) as unknown as Run;

test('while records come the clock knows how many are there; of a whole record, or an older one, it says nothing', () => {
  const session = model.open({}, false);
  const key = JSON.stringify(specOf(session.store.get().state));
  const show = (run: Run, of = key) =>
    session.results.run.setState({ [PLACE]: { ...noResult, key: of, value: run, waiting: !run.whole } });
  expect(thereOf(model, session)).toBeNull();
  show(runWith([24, 23], false));
  expect(thereOf(model, session)).toBe(23);
  show(runWith([61, 12], true));
  expect(thereOf(model, session)).toBeNull();
  show(runWith([24, 23], false), 'another');
  expect(thereOf(model, session)).toBeNull();
});
