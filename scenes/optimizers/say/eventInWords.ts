import type { RunEvent } from '../runs/events.ts';
import type { Words } from '../../../src/ui/useText.ts';

export function eventInWords(t: Words, { kind, name, step, f }: RunEvent): string {
  return t(`event.${kind}`, { optimizer: name, step, f: t.number(f, 3) });
}
