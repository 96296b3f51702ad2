/** Pixels a CSS pixel. */
export const SCALE = 2;
/** CSS pixels that a legend needs, however narrow the picture. */
export const NARROWEST = 560;

/** The page's colours for text, faint text, hairlines and the ground. */
export interface Tone {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly paper: string;
}

/** The page's tokens: the style sheet says them once. */
export function toneOfPage(): Tone {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return { ink: token('--ink'), soft: token('--soft'), line: token('--line'), paper: token('--paper') };
}
