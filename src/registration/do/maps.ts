import { crc32 } from '../../math/crc32.ts';
import type { DoFeature, DoMaps, DoTraining } from './types.ts';

/** A map file that cannot be used; the message says what is wrong and what to do. */
export class DoMapsError extends Error {
  override readonly name = 'DoMapsError';
}

/*
 * A map file, little-endian: "KOUBAIDO" · version (u32) · CRC-32 of all that follows (u32) · length of the header (u32) · header (ASCII
 * JSON, padded with spaces to whole words) · float32: 3 Nm model points, 3 Nm normals, then the maps, 6 × 2Nm each.
 */
const MAGIC = 'KOUBAIDO';
const VERSION = 1;
const [AT_VERSION, AT_CHECK, AT_LENGTH, AT_HEADER] = [8, 12, 16, 20];

interface Header {
  readonly model: { readonly name: string; readonly checksum: string };
  readonly centre: readonly [number, number, number];
  readonly halfExtent: number;
  readonly modelPoints: number;
  readonly training: DoTraining;
  readonly errors: readonly number[];
}

export function encodeMaps(maps: DoMaps): Uint8Array<ArrayBuffer> {
  const { model, centre, halfExtent, training, errors } = maps;
  const modelPoints = maps.points.length / 3;
  const header = ascii({ model, centre, halfExtent, modelPoints, training, errors } satisfies Header);
  const numbers = [maps.points, maps.normals, ...maps.maps];
  const start = AT_HEADER + header.length;
  const bytes = new Uint8Array(start + 4 * numbers.reduce((sum, part) => sum + part.length, 0));
  const view = new DataView(bytes.buffer);
  putAscii(bytes, 0, MAGIC);
  putAscii(bytes, AT_HEADER, header);
  view.setUint32(AT_VERSION, VERSION, true);
  view.setUint32(AT_LENGTH, header.length, true);
  let at = start;
  for (const part of numbers) {
    for (const value of part) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  }
  view.setUint32(AT_CHECK, crc32(bytes.subarray(AT_LENGTH)), true);
  return bytes;
}

/** Throws DoMapsError for anything but a whole file of this version. */
export function decodeMaps(bytes: Uint8Array): DoMaps {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < AT_HEADER || getAscii(bytes, 0, MAGIC.length) !== MAGIC)
    throw new DoMapsError('this is no map file: train one with koubai train-do, or in the page');
  const version = view.getUint32(AT_VERSION, true);
  if (version !== VERSION)
    throw new DoMapsError(
      `the map file is of version ${version}, this program reads version ${VERSION}: train it anew`,
    );
  if (view.getUint32(AT_CHECK, true) !== crc32(bytes.subarray(AT_LENGTH)))
    throw new DoMapsError(
      'the map file is damaged or cut short (its checksum does not match): fetch or train it again',
    );
  const length = view.getUint32(AT_LENGTH, true);
  const header = headerOf(getAscii(bytes, AT_HEADER, length));
  const { modelPoints, training, errors, ...rest } = header;
  let at = AT_HEADER + length;
  const take = (count: number) => {
    const part = Float32Array.from({ length: count }, (_, i) => view.getFloat32(at + 4 * i, true));
    at += 4 * count;
    return part;
  };
  if (bytes.length !== at + 4 * (6 * modelPoints + 12 * modelPoints * (errors.length - 1)))
    throw new DoMapsError('the map file contradicts itself (its length is not what its header says): train it anew');
  const points = take(3 * modelPoints);
  const normals = take(3 * modelPoints);
  const maps = errors.slice(1).map(() => take(12 * modelPoints));
  return { ...rest, points, normals, training, errors, maps };
}

/** What stands in a file whose checksum is right was written by a program: still nothing is taken on trust. */
function headerOf(text: string): Header {
  let header: Partial<Header>;
  try {
    header = JSON.parse(text) as Partial<Header>;
  } catch {
    throw new DoMapsError('the map file has an unreadable header: train it anew');
  }
  const { model, centre, halfExtent, modelPoints, training, errors } = header;
  const right =
    typeof model?.name === 'string' &&
    typeof model.checksum === 'string' &&
    centre?.length === 3 &&
    centre.every(Number.isFinite) &&
    isPositive(halfExtent) &&
    isPositive(modelPoints) &&
    Number.isInteger(modelPoints) &&
    training !== undefined &&
    [training.samples, training.maps, training.voxel, training.lambda].every(isPositive) &&
    Number.isInteger(training.seed) &&
    Array.isArray(errors) &&
    errors.length >= 1 &&
    errors.length <= training.maps + 1;
  if (!right) throw new DoMapsError('the map file has an incomplete header: train it anew');
  checkFeature(training.feature);
  return { model, centre, halfExtent, modelPoints, training, errors };
}

const isPositive = (value: unknown): value is number =>
  typeof value === 'number' && value > 0 && Number.isFinite(value);

/** Maps serve only the feature that they were trained with. */
function checkFeature(feature: DoFeature | { readonly kind: unknown } | undefined): void {
  if (feature?.kind === 'direct') return;
  if (feature?.kind === 'grid' && 'step' in feature && isPositive(feature.step)) return;
  throw new DoMapsError(
    `the maps were trained with a feature that this program does not compute (${JSON.stringify(feature)}): train them anew`,
  );
}

/** JSON whose every character is one byte, padded to whole words. */
function ascii(header: Header): string {
  const text = JSON.stringify(header).replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return text.padEnd(Math.ceil(text.length / 4) * 4);
}

function putAscii(bytes: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
}

function getAscii(bytes: Uint8Array, at: number, length: number): string {
  return Array.from(bytes.subarray(at, at + length), (byte) => String.fromCharCode(byte)).join('');
}
