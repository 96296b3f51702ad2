import { useState, type KeyboardEvent } from 'react';

/** Where a pen is that keys move, in shares of the pad's side, and whether it writes. */
export interface KeyPen {
  readonly x: number;
  readonly y: number;
  readonly down: boolean;
}

const STEP = 0.04;
const ways: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};
const within = (value: number) => Math.min(Math.max(value, 0.05), 0.95);

/** The pen after a key: arrows move it, the space bar puts it on the paper or takes it off; null: the key is none of its own. */
export function penAfter(pen: KeyPen, key: string): KeyPen | null {
  if (key === ' ') return { ...pen, down: !pen.down };
  const way = ways[key];
  return way ? { ...pen, x: within(pen.x + way[0]), y: within(pen.y + way[1]) } : null;
}

/** A pen for the keyboard, shown while the pad has the focus. `draw`: to a place, or from it. */
export function useKeyPen(draw: (x: number, y: number, begins: boolean) => void) {
  const [pen, setPen] = useState<KeyPen>({ x: 0.5, y: 0.2, down: false });
  const [shown, setShown] = useState(false);
  return {
    pen: shown ? pen : null,
    handlers: {
      onKeyDown(event: KeyboardEvent) {
        const next = penAfter(pen, event.key);
        if (!next) return;
        event.preventDefault();
        setPen(next);
        setShown(true);
        if (next.down) draw(next.x, next.y, !pen.down);
      },
      onBlur() {
        setShown(false);
        setPen((now) => ({ ...now, down: false }));
      },
    },
  };
}
