import { fromOklab, hexToRgb, toOklab, type Rgb } from '../math/oklab.ts';

/** Stops of the height ramp, low to high: muted so that paths stand out, lightness monotone so that it reads without hue. */
export const rampStops = {
  light: ['#6fa5ad', '#a9c9bd', '#d6dfca', '#f6ead2'],
  dark: ['#123247', '#25505a', '#48655f', '#6d6a59'],
} as const;

function distance(a: Rgb, b: Rgb): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** `entries` colours (RGBA bytes) along the stops, equally far apart in OKLab: perceptually uniform. */
export function rampTable(theme: keyof typeof rampStops, entries = 256): Uint8Array<ArrayBuffer> {
  return rampOf(rampStops[theme], entries);
}

/** The same along any stops. */
export function rampOf(hexes: readonly string[], entries: number): Uint8Array<ArrayBuffer> {
  const stops = hexes.map((hex) => toOklab(hexToRgb(hex)));
  const lengths = stops.slice(1).map((stop, i) => distance(stops[i] as Rgb, stop));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const table = new Uint8Array(entries * 4);
  for (let k = 0; k < entries; k++) {
    let along = (k / (entries - 1)) * total;
    let i = 0;
    while (i < lengths.length - 1 && along > (lengths[i] as number)) along -= lengths[i++] as number;
    const [from, to] = [stops[i] as Rgb, stops[i + 1] as Rgb];
    const u = Math.min(along / (lengths[i] as number), 1);
    const [r, g, b] = fromOklab([
      from[0] + u * (to[0] - from[0]),
      from[1] + u * (to[1] - from[1]),
      from[2] + u * (to[2] - from[2]),
    ]);
    table.set([Math.round(r * 255), Math.round(g * 255), Math.round(b * 255), 255], k * 4);
  }
  return table;
}
