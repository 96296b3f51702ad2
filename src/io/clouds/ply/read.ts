import { createField, heldAs } from '../columns.ts';
import { createFaces } from '../faces.ts';
import type { Field, Notice, Reading } from '../types.ts';
import { readAsciiBody } from './ascii.ts';
import { readBinaryBody } from './binary.ts';
import { isVertex } from './elements.ts';
import { readPlyHeader } from './header.ts';

/** PLY: Turk, "The PLY polygon file format" (1994); ascii and both binaries. Coordinates of a text are kept as float64. */
export function* readPly(bytes: Uint8Array): Reading {
  const header = readPlyHeader(bytes);
  const vertex = header.elements.find(isVertex);
  const rows = vertex?.count ?? 0;
  const text = header.format === 'ascii';
  const make = (): (Field | null)[] =>
    (vertex?.properties ?? []).map(({ name, type, lengthType }) => {
      if (lengthType !== null) return null;
      return createField(name, text && /^[xyz]$/.test(name) ? 'float64' : heldAs(type), rows);
    });
  const faces = createFaces(() => rows);
  const columns = yield* text ? readAsciiBody(bytes, header, make, faces) : readBinaryBody(bytes, header, make, faces);
  const skipped = (vertex?.properties ?? []).filter(({ lengthType }) => lengthType !== null).map(({ name }) => name);
  const notices: Notice[] = skipped.length > 0 ? [{ id: 'fields-skipped', values: { names: skipped.join(', ') } }] : [];
  return { fields: columns.filter((one) => one !== null), rows, triangles: faces.triangles(), notices };
}
