import { allOptimizers } from '../../../src/optimizers/index.ts';
import type { Highlight } from '../../../src/runs/highlight.ts';

const things: readonly string[] = ['angle', 'steep'];

/** What `<name>…</name>` in a text lights up: an optimizer, a thing of the scene, else a symbol of the selected rule. */
export function highlightNamed(name: string): Highlight {
  if (Object.hasOwn(allOptimizers, name)) return { kind: 'run', id: name };
  return things.includes(name) ? { kind: 'thing', name } : { kind: 'symbol', name };
}
