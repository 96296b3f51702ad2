import type { Highlight } from '../../../src/runs/highlight.ts';

/** What `<name>…</name>` in a text lights up: a thing of the scene. */
export function highlightNamed(name: string): Highlight {
  return { kind: 'thing', name };
}
