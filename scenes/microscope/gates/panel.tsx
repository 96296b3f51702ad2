import type { PanelItem } from '../../../src/scene/panel/items.ts';
import type { Words } from '../../../src/ui/useText.ts';
import type { State } from '../state.ts';
import { bookOf, gatesEntries } from './entries.ts';

/** The gate and its plane, or the net that folds. */
export function panel(_: Words, { neurons, gate, xorNet, xorActivation }: State): readonly PanelItem[] {
  if (neurons === 'one') {
    const book = bookOf(gate);
    const row = (part: 'w1' | 'w2' | 'b') => {
      const { shown } = gatesEntries[part];
      return shown?.as === 'range' ? { part, spec: { ...shown.spec, default: book[part] } } : part;
    };
    return ['neurons', 'gate', row('w1'), row('w2'), row('b')];
  }
  const learned = xorNet === 'learned';
  return [
    ...['neurons', 'xorNet', 'xorActivation'],
    ...(xorActivation === 'identity' ? [] : ['xorTwin']),
    ...(learned ? ['xorDepth', 'seed'] : []),
  ];
}
