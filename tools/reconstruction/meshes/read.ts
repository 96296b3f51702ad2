import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rotatePoints } from '../../../src/reconstruction/camera.ts';
import { normalise } from '../../../src/reconstruction/normalise.ts';
import { categoryOf, piecesOf } from '../catalogue.ts';
import { objTriangles } from '../objMesh.ts';
import { readZip } from '../zip.ts';
import { fbxTriangles } from './fbx.ts';
import { filesAt, readFilesAt } from './gitFiles.ts';
import { gltfTriangles, type Unpack } from './gltf.ts';
import { categoryOfFile, nameOf } from './names.ts';
import { reduced } from './reduce.ts';
import type { MeshSource } from './sources.ts';

export interface Folders {
  /** Of the repositories: owner+name in each. */
  readonly sources: string;
  /** Of the package sweethome3d-furniture. */
  readonly furniture: string;
}

export interface SourceFile {
  readonly path: string;
  readonly sha256: string;
  readonly category: string;
  /** Normalised and upright, of a number of triangles that a sample can afford. */
  readonly triangles: () => Float64Array;
}

/** The files of a source that may be trained on: those at `paths`, or all that its pattern allows. */
export function filesOf(source: MeshSource, folders: Folders, unpack: Unpack, paths?: readonly string[]): SourceFile[] {
  return 'library' in source.from
    ? pieces(join(folders.furniture, `${source.from.library}.sh3f`), paths)
    : repositoryFiles(source, source.from, folders.sources, unpack, paths);
}

function pieces(file: string, paths?: readonly string[]): SourceFile[] {
  const zip = readZip(readFileSync(file));
  const catalogue = zip.get('PluginFurnitureCatalog.properties')?.();
  if (!catalogue) throw new Error(`${file} has no catalogue`);
  return piecesOf(catalogue)
    .filter(({ model }) => zip.has(model) && (paths?.includes(model) ?? true))
    .map((piece) => {
      const bytes = zip.get(piece.model)!();
      const category = categoryOf(piece);
      return {
        path: piece.model,
        sha256: sha256(bytes),
        category: category === 'stool' || category === 'cabinet' ? 'other' : category,
        triangles: () => {
          const triangles = objTriangles(bytes.toString('latin1'));
          if (piece.rotation) rotatePoints(Float64Array.from(piece.rotation), triangles);
          return ready(triangles);
        },
      };
    });
}

function repositoryFiles(
  { files, leave }: MeshSource,
  { repository, commit }: { readonly repository: string; readonly commit: string },
  folder: string,
  unpack: Unpack,
  paths?: readonly string[],
): SourceFile[] {
  const git = join(folder, repository.replace('/', '+'));
  const wanted = paths ?? filesAt(git, commit).filter((path) => files.test(path) && !leave?.test(`/${nameOf(path)}`));
  return [...readFilesAt(git, commit, wanted)].map(([path, bytes]) => ({
    path,
    sha256: sha256(bytes),
    category: categoryOfFile(nameOf(path)),
    triangles: () => ready(trianglesOf(path, bytes, unpack)),
  }));
}

function trianglesOf(path: string, bytes: Buffer, unpack: Unpack): Float64Array {
  if (/\.obj$/i.test(path)) return objTriangles(bytes.toString('latin1'));
  if (/\.fbx$/i.test(path)) return fbxTriangles(bytes);
  return gltfTriangles(bytes, unpack);
}

function ready(triangles: Float64Array): Float64Array {
  normalise(triangles);
  if (!triangles.every(Number.isFinite)) throw new Error('it has no extent');
  return reduced(triangles);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
