import type { SceneStore } from '../../state/sceneStore.ts';
import type { CommonOverrides } from '../../state/common.ts';
import { offeredOf, type Entry } from './entries.ts';
import type { StateTable } from './table.ts';

/** Sets a part of the state by hand, with what its entry says goes back to the default with it. */
export function changePart(
  store: SceneStore,
  { options, shown }: Entry<unknown, unknown>,
  part: string,
  value: unknown,
  kind: 'push' | 'replace' = 'push',
): void {
  const { begins = false, resets = [] } = options;
  const patch: CommonOverrides = { ...Object.fromEntries(resets.map((name) => [name, undefined])), [part]: value };
  // Another number is the same experiment; another thing of several is another one.
  const oneOfSeveral = shown?.as === 'buttons' || shown?.as === 'select' || options.replaces === true;
  if (begins) store.begin(patch, oneOfSeveral ? undefined : 'quietly');
  else store.update(patch, kind);
}

/** Turns a part of the state over, or to the next option or seed: what a key does. */
export function turnPart(store: SceneStore, { entries }: StateTable, part: string): void {
  const entry = entries[part];
  if (!entry) throw new Error(`the state has no ${part}`);
  const { state } = store.get();
  const { value, offered } = offeredOf(entry, part, state);
  if (entry.next) changePart(store, entry, part, entry.next(value, offered));
}
