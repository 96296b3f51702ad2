/** Parts of a slider's way, 0 … 1. */
export type Share = readonly [from: number, to: number];

/**
 * Hatching over parts of a slider, as layers of a CSS background: between the places at which the knob's middle stands. A percentage of a background's place is one of what its own
 * width leaves free, hence the arithmetic.
 */
export function hatchedLayers(parts: readonly Share[]): string {
  return parts
    .map(([from, to]) => {
      const wide = to - from;
      const free = wide < 1 ? from / (1 - wide) : 0;
      const place = `calc(${0.5 - from - free * wide} * var(--knob-size) + ${100 * free}%)`;
      return `var(--hatch) ${place} center / calc(${wide} * (100% - var(--knob-size))) 8px no-repeat`;
    })
    .join(', ');
}
