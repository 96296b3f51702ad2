import { alike, fingerprint } from './fingerprint.ts';
import { refuseMesh, refuseSource, type HeldOut } from './heldOut.ts';
import { nameOf } from './names.ts';
import type { TrainingMesh } from './bin.ts';
import type { SourceFile } from './read.ts';
import type { MeshSource } from './sources.ts';

/** One file of a source as manifest.json lists it. */
export interface Entry {
  /** source/name, unique. */
  readonly id: string;
  readonly path: string;
  readonly sha256: string;
  readonly category: string;
}

/** manifest.json. */
export interface Manifest {
  readonly sources: readonly { readonly source: Pick<MeshSource, 'id'>; readonly meshes: readonly Entry[] }[];
}

/** The files of a source: those at `paths`, or all that it allows. */
export type FilesOf = (source: MeshSource, paths?: readonly string[]) => SourceFile[];

/** Edge of the box, in longest edges: what is thinner is a tile or a picture. */
const THINNEST = 0.015;

/**
 * The meshes of the manifest, read from their sources.
 * @throws Error where a source or a file is held out for the evaluation, is missing or is another than the manifest says
 */
export function gathered(
  manifest: Manifest,
  sources: readonly MeshSource[],
  filesOf: FilesOf,
  heldOut: HeldOut,
): TrainingMesh[] {
  return manifest.sources.flatMap(({ source: { id: said }, meshes }) => {
    const source = sources.find(({ id }) => id === said);
    if (!source) throw new Error(`the manifest names the source ${said}, which is none`);
    refuseSource(source);
    for (const { path, sha256 } of meshes) refuseMesh(path, sha256, heldOut);
    const files = new Map(
      filesOf(
        source,
        meshes.map(({ path }) => path),
      ).map((file) => [file.path, file]),
    );
    return meshes.map(({ id, path, sha256, category }) => {
      const file = files.get(path);
      if (!file) throw new Error(`${said} does not hold ${path}`);
      if (file.sha256 !== sha256) throw new Error(`${path} is another file than the manifest says`);
      return { id, category, triangles: file.triangles() };
    });
  });
}

/**
 * What the sources hold, for a manifest: no file twice, nothing alike, nothing flat, nothing held out nor alike to it (`never`: fingerprints).
 * @param say what was left out, a line each
 */
export function surveyed(
  sources: readonly MeshSource[],
  filesOf: FilesOf,
  heldOut: HeldOut,
  never: readonly (readonly number[])[],
  say: (line: string) => void,
): { readonly manifest: Manifest; readonly meshes: TrainingMesh[] } {
  const meshes: TrainingMesh[] = [];
  const prints: number[][] = [];
  const listed = sources.map((source) => {
    refuseSource(source);
    const { id, from, creator, licence, licenceFile } = source;
    const entries: Entry[] = [];
    const take = ({ path, sha256, category, triangles: read }: SourceFile): string | null => {
      refuseMesh(path, sha256, heldOut);
      const triangles = read();
      const print = fingerprint(triangles);
      if (Math.min(...print.slice(0, 3)) < THINNEST) return 'flat';
      if (never.some((other) => alike(print, other))) return 'alike to one that is held out';
      if (prints.some((other) => alike(print, other))) return 'there already';
      const name = uniqueAmong(entries, `${id}/${nameOf(path).replace(/\.[^.]*$/, '').replace(/[^A-Za-z0-9]+/g, '_')}`); // prettier-ignore
      prints.push(print);
      entries.push({ id: name, path, sha256, category });
      meshes.push({ id: name, category, triangles });
      return null;
    };
    for (const file of filesOf(source)) {
      const why = attempt(() => take(file));
      if (why !== null) say(`${id}: ${file.path} left out: ${why}`);
    }
    say(`${id}: ${entries.length} meshes`);
    return { source: { id, ...from, creator, licence, licenceFile }, meshes: entries };
  });
  return { manifest: { sources: listed }, meshes };
}

function attempt(what: () => string | null): string | null {
  try {
    return what();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function uniqueAmong(entries: readonly Entry[], name: string): string {
  const like = entries.filter(({ id }) => id.replace(/~\d+$/, '') === name).length;
  return like === 0 ? name : `${name}~${like + 1}`;
}
