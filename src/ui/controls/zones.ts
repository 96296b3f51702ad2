/** How parts of a slider's way look: hatched closely, or ticked sparsely (slider.css). */
export type TrackLook = 'hatched' | 'ticked';

/**
 * Parts of a slider's way, from 0 … to 1, as layers of a CSS background: between the places at which the knob's middle stands. A percentage of a background's place is one of what its own width leaves
 * free, hence the arithmetic.
 */
export function trackLayers(look: TrackLook, parts: readonly (readonly [from: number, to: number])[]): string[] {
  return parts.map(([from, to]) => {
    const wide = to - from;
    const free = wide < 1 ? from / (1 - wide) : 0;
    const place = `calc(${0.5 - from - free * wide} * var(--knob-size) + ${100 * free}%)`;
    return `var(--${look}) ${place} center / calc(${wide} * (100% - var(--knob-size))) 8px no-repeat`;
  });
}
