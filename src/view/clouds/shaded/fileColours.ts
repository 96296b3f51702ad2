import type { Points } from '../../../clouds/types.ts';
import type { CloudFile, Field } from '../../../io/clouds/types.ts';

const channels = [
  ['red', 'green', 'blue'],
  ['r', 'g', 'b'],
  ['diffuse_red', 'diffuse_green', 'diffuse_blue'],
] as const;
const greys = ['intensity', 'scalar_intensity', 'reflectance', 'scalar_reflectance', 'reflectivity'] as const;

/** Of the values, at either end of the grey scale: a few mirrors are not to leave the rest black. */
const TRIM = 0.02;
const DARKEST = 40;

/**
 * The file's own colours of the points that are drawn, 3n bytes, or its intensities as greys; null: it has neither. `all`: the file's points;
 * `drawn`: every n-th of them.
 */
export function fileColours(file: CloudFile, all: Points, drawn: Points): Uint8Array<ArrayBuffer> | null {
  const count = all.length / 3;
  if (count !== file.count || count === 0) return null;
  const stride = Math.ceil(count / (drawn.length / 3));
  const rowOf = (k: number) => file.rowOf?.[k * stride] ?? k * stride;
  const named = (name: string) => file.fields.find((field) => field.name.toLowerCase() === name);
  const out = new Uint8Array(drawn.length);
  for (const names of channels) {
    const fields = names.map(named);
    if (!fields.every((field): field is Field => field !== undefined)) continue;
    const scale = scaleOf(fields);
    for (let i = 0; i < out.length; i++) out[i] = fields[i % 3]!.values[rowOf(Math.floor(i / 3))]! * scale;
    return out;
  }
  const grey = greys.map(named).find((field) => field !== undefined);
  if (!grey) return null;
  const values = Float64Array.from({ length: drawn.length / 3 }, (_, k) => grey.values[rowOf(k)]!);
  const sorted = values.filter(Number.isFinite).sort();
  const low = sorted[Math.floor(TRIM * (sorted.length - 1))] ?? 0;
  const high = sorted[Math.ceil((1 - TRIM) * (sorted.length - 1))] ?? 0;
  if (!(high > low)) return null;
  values.forEach((value, k) => {
    const part = Math.min(Math.max((value - low) / (high - low), 0), 1);
    out.fill(DARKEST + (255 - DARKEST) * Math.sqrt(part), 3 * k, 3 * k + 3);
  });
  return out;
}

/** To bytes: from 0 … 1 as fractions, or from 16 bits, else they are bytes. */
function scaleOf(fields: readonly Field[]): number {
  let most = 0;
  for (const { values } of fields) for (const value of values) most = Math.max(most, value);
  if (fields.every(({ type }) => type === 'float32' || type === 'float64') && most <= 1) return 255;
  return most > 255 ? 255 / 65535 : 1;
}
