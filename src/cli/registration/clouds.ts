import { createHash } from 'node:crypto';
import type { Mesh, PointCloud } from '../../clouds/types.ts';
import { CloudError } from '../../io/clouds/errors.ts';
import { readMatrix } from '../../io/clouds/matrixFiles.ts';
import { readCloud } from '../../io/clouds/read.ts';
import type { CloudFile } from '../../io/clouds/types.ts';
import { sampled, type Role } from '../../registration/sampled.ts';
import type { Matrix4 } from '../../math/matrix4.ts';
import { Refusal } from '../refusal.ts';
import { bytesOf, nameOf } from './files.ts';

/** A cloud file as it lay on the disk. */
export interface ReadFile {
  readonly path: string;
  readonly file: CloudFile;
  /** SHA-256 of its bytes, hexadecimal. */
  readonly checksum: string;
}

/** Throws Refusal, which names the file, the place in it and the remedy. */
export async function fileOf(path: string): Promise<ReadFile> {
  const bytes = bytesOf(path);
  const checksum = createHash('sha256').update(bytes).digest('hex');
  const file = await refusing(path, () => readCloud(nameOf(path), bytes));
  if (!file) throw new Error('nobody stops this reading');
  return { path, file, checksum };
}

/** What a method works on: a mesh is sampled by area. In coordinates about the file's `origin`. */
export function cloudOf({ path, file }: ReadFile, role: Role, seed: number): PointCloud {
  const { positions, normals, mesh } = file;
  if (!mesh) return { points: positions, ...(normals && { normals }) };
  return meshed(path, () => sampled(mesh, role, seed));
}

/** What is learned: the mesh itself, or the points. */
export function shapeOf({ file }: ReadFile): Mesh | PointCloud {
  return file.mesh ?? { points: file.positions, ...(file.normals && { normals: file.normals }) };
}

/** A 4 × 4 in a text file, row major, target ← source. Throws Refusal. */
export async function matrixOf(path: string): Promise<Matrix4> {
  const text = new TextDecoder().decode(bytesOf(path));
  return refusing(path, () => readMatrix(text));
}

async function refusing<T>(path: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CloudError) throw new Refusal(`${path}: ${error.message}`);
    throw error;
  }
}

/** A mesh may have no area to sample: the file's fault. */
function meshed<T>(path: string, sample: () => T): T {
  try {
    return sample();
  } catch (error) {
    throw new Refusal(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
