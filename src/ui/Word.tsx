import type { ReactNode } from 'react';
import { highlightNamed } from './cards/words.ts';
import { useLighting } from './useLighting.ts';

/** A word that lights up what `name` stands for, and is lit with it. A button, so that keyboard and finger reach it too. */
export function Word({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const { lit, handlers } = useLighting(highlightNamed(name));
  return (
    <button type="button" className={lit ? 'word lit' : 'word'} data-word={name} {...handlers}>
      {children}
    </button>
  );
}
