import type { CloudFile } from '../../../src/io/clouds/types.ts';
import { plainFrame } from '../../../src/io/clouds/frames.ts';
import { readMatrix } from '../../../src/io/clouds/matrixFiles.ts';
import { removeOrigins } from '../../../src/io/clouds/origins.ts';
import { identity, type Matrix4 } from '../../../src/math/matrix4.ts';
import type { DataId } from '../state/data.ts';
import { lidarLook } from '../scans/look.ts';
import { sha256 } from './checksum.ts';
import { modelStage, pairOf, type ModelStage, type Pair } from './pair.ts';

/* The shipped clouds, fetched from our own origin when they are first shown. */

export type SampleId = Exclude<DataId, 'own'>;

/** A sample as it stands in memory: a model that scenes are made of, or a pair of scans. */
export type Sample =
  { readonly kind: 'model'; readonly stage: ModelStage } | { readonly kind: 'scans'; readonly pair: Pair };

/** Reads a cloud off the page's thread. */
export type ReadCloud = (
  name: string,
  file: Blob,
  options: { onProgress?: (part: number) => void },
) => Promise<CloudFile>;

const addresses = {
  'spot.obj': new URL('../../../assets/clouds/spot.obj', import.meta.url),
  'spot-do.bin': new URL('../../../assets/maps/spot-do.bin', import.meta.url),
  'lidar-source.ply': new URL('../../../assets/clouds/lidar-source.ply', import.meta.url),
  'lidar-target.ply': new URL('../../../assets/clouds/lidar-target.ply', import.meta.url),
  'lidar-target-from-source.txt': new URL('../../../assets/clouds/lidar-target-from-source.txt', import.meta.url),
  'car-a.csv': new URL('../../../assets/clouds/car-a.csv', import.meta.url),
  'car-b.csv': new URL('../../../assets/clouds/car-b.csv', import.meta.url),
  'room-a.pcd': new URL('../../../assets/clouds/room-a.pcd', import.meta.url),
  'room-b.pcd': new URL('../../../assets/clouds/room-b.pcd', import.meta.url),
} as const;
type FileName = keyof typeof addresses;

const scans = {
  lidar: { source: 'lidar-source.ply', target: 'lidar-target.ply', truth: 'lidar-target-from-source.txt' },
  car: { source: 'car-b.csv', target: 'car-a.csv', truth: null },
  room: { source: 'room-b.pcd', target: 'room-a.pcd', truth: null },
} as const satisfies Record<
  Exclude<SampleId, 'spot'>,
  { readonly source: FileName; readonly target: FileName; readonly truth: FileName | null }
>;

async function bytesOf(name: FileName): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(addresses[name]);
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The maps that ship for the sample model. */
export const shippedMaps = (): Promise<Uint8Array<ArrayBuffer>> => bytesOf('spot-do.bin');

/** Fetches and reads a sample; `onProgress` hears the part done, 0 … 1. Rejects where a file cannot be had or read. */
export async function loadSample(id: SampleId, read: ReadCloud, onProgress: (part: number) => void): Promise<Sample> {
  if (id === 'spot') {
    const bytes = await bytesOf('spot.obj');
    onProgress(0.5);
    const { mesh } = await read('spot.obj', new Blob([bytes]), { onProgress: (part) => onProgress((1 + part) / 2) });
    if (!mesh) throw new Error('spot.obj has no faces');
    return { kind: 'model', stage: modelStage(mesh, await sha256(bytes)) };
  }
  const files = scans[id];
  const parts = [0, 0];
  const cloud = async (name: FileName, k: 0 | 1) => {
    const bytes = await bytesOf(name);
    return read(name, new Blob([bytes]), {
      onProgress: (part) => {
        parts[k] = part;
        onProgress(((parts[0] ?? 0) + (parts[1] ?? 0)) / 2);
      },
    });
  };
  const [source, target] = await Promise.all([cloud(files.source, 0), cloud(files.target, 1)]);
  const working = (inFiles: Matrix4) => removeOrigins(inFiles, source.origin, target.origin);
  const truth = files.truth === null ? null : working(readMatrix(new TextDecoder().decode(await bytesOf(files.truth))));
  return {
    kind: 'scans',
    pair: pairOf({
      id,
      source: { points: source.positions },
      target: { points: target.positions },
      asIs: working(identity()),
      truth,
      up: 'z',
      look: id === 'lidar' ? lidarLook : null,
      unit: 'm',
      files: { source: { file: source, frame: plainFrame }, target: { file: target, frame: plainFrame } },
    }),
  };
}
