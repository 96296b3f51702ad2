import type { ReactNode } from 'react';
import type { Highlight } from '../runs/highlight.ts';
import { useLighting } from './useLighting.ts';

interface Props {
  readonly name: string;
  /** What the name stands for. */
  readonly what: Highlight;
  readonly children: ReactNode;
}

/** A word that lights up what `name` stands for, and is lit with it. A button, so that keyboard and finger reach it too. */
export function Word({ name, what, children }: Props) {
  const { lit, handlers } = useLighting(what);
  return (
    <button type="button" className={lit ? 'word lit' : 'word'} data-word={name} {...handlers}>
      {children}
    </button>
  );
}
