import { crc32 } from '../../math/crc32.ts';
import { readHalves } from './half.ts';

/** A file of assets/reconstruction that cannot be used; the message says what is wrong with it. */
export class AssetError extends Error {
  override readonly name = 'AssetError';
}

/** `network`: the encoder and one answer; `many`: the head that answers anew for each noise, on the same encoder; `kin`: `kin/kinFile.ts`. */
export type AssetKind = 'network' | 'many' | 'kin';

/** Named tensors of one .bin file of halves, as float32. */
export interface Weights {
  readonly kind: AssetKind;
  /** The .bin's, to tell which network an answer, a fixture or another file belongs to. */
  readonly crc32: number;
  /**
   * Sides of a tensor: how wide a layer is, its file says.
   * @throws {AssetError} where there is none
   */
  shape(name: string): readonly number[];
  /**
   * In C order.
   * @throws {AssetError} where there is none, or one of another size or shape (a trailing 1 × 1 counts for nothing).
   */
  tensor(name: string, shape: readonly number[]): Float32Array<ArrayBuffer>;
}

const FORMAT = 'koubai-network';
const VERSION = 1;

interface Entry {
  readonly name: string;
  readonly shape: readonly number[];
  /** In halves. */
  readonly offset: number;
}

/**
 * Reads `bytes` (halves, little-endian) by its `manifest`, a parsed JSON file that need not be trusted:
 * `{ format, version, kind, halves, crc32, tensors: [{ name, shape, offset }] }`, and facts for people that nothing reads.
 * @throws {AssetError} for anything but a whole file of `kind` that fits its manifest.
 */
export function readWeights(manifest: unknown, bytes: Uint8Array, kind: AssetKind): Weights {
  const { halves, checksum, entries } = readManifest(manifest, kind);
  if (bytes.length !== 2 * halves)
    throw new AssetError(`${kind}.bin has ${bytes.length} bytes, its manifest says ${2 * halves}: it is cut short`);
  if (crc32(bytes) !== checksum) throw new AssetError(`${kind}.bin is damaged: its checksum is not its manifest's`);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const entryOf = (name: string): Entry => {
    const entry = byName.get(name);
    if (!entry) throw new AssetError(`${kind}.json names no tensor ${name}`);
    return entry;
  };
  return {
    kind,
    crc32: checksum,
    shape: (name) => entryOf(name).shape,
    tensor(name, shape) {
      const entry = entryOf(name);
      if (sides(entry.shape).join() !== sides(shape).join())
        throw new AssetError(`${name} of ${kind}.bin is ${entry.shape.join(' × ')}, not ${shape.join(' × ')}`);
      return readHalves(bytes, 2 * entry.offset, sizeOf(shape));
    },
  };
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);

/** The shape less its trailing ones: a 1 × 1 convolution is a matrix. */
function sides(shape: readonly number[]): readonly number[] {
  const last = shape.findLastIndex((side) => side !== 1);
  return shape.slice(0, last + 1);
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;

function readManifest(manifest: unknown, kind: AssetKind): { halves: number; checksum: number; entries: Entry[] } {
  const { format, version, kind: its, halves, crc32: checksum, tensors } = (manifest ?? {}) as Record<string, unknown>;
  if (format !== FORMAT) throw new AssetError(`${kind}.json is no manifest of a network`);
  if (version !== VERSION)
    throw new AssetError(`${kind}.json is of version ${String(version)}, this program reads version ${VERSION}`);
  if (its !== kind) throw new AssetError(`${kind}.json describes another file: ${String(its)}`);
  if (!isCount(halves) || !isCount(checksum) || !Array.isArray(tensors))
    throw new AssetError(`${kind}.json is incomplete`);
  const entries = tensors.map((tensor: unknown) => {
    const { name, shape, offset } = (tensor ?? {}) as Record<string, unknown>;
    if (typeof name !== 'string' || !Array.isArray(shape) || !shape.every(isCount) || !isCount(offset))
      throw new AssetError(`${kind}.json has a tensor without name, shape or offset`);
    if (offset + sizeOf(shape) > halves) throw new AssetError(`${kind}.json lets ${name} reach beyond the file's end`);
    return { name, shape, offset };
  });
  return { halves, checksum, entries };
}
