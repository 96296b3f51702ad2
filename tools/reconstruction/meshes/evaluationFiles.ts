import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { normalise } from '../../../src/reconstruction/normalise.ts';
import { objTriangles } from '../objMesh.ts';
import { furnitureIn } from '../sweethome.ts';
import { readZip } from '../zip.ts';
import { filesAt, readFilesAt } from './gitFiles.ts';
import type { Folders } from './read.ts';

/** The furniture kit of the evaluation (CC0, by Kay Lousberg), which stays out of the project and out of training. */
const kit = {
  repository: 'KayKit-Game-Assets/KayKit-Furniture-Bits-1.0',
  commit: '96d5930a8dbdb363409bbc2d3341718b00e17c9c',
  files: /\/obj\/[^/]*\.obj$/,
};

const libraries = ['BlendSwap-CC-BY', 'KatorLegaz', 'Reallusion', 'Scopia'];

export interface KitThing {
  readonly name: string;
  readonly triangles: () => Float64Array;
}

export function kitThings(sources: string): KitThing[] {
  return [...kitFiles(sources, kit.files)].map(([path, bytes]) => ({
    name: path.replace(/^.*\//, '').replace(/\.obj$/, ''),
    triangles: () => normalise(objTriangles(bytes.toString('latin1'))),
  }));
}

/** SHA-256 of every file of shape in the evaluation's sets that can be had. */
export function evaluationDigests({ sources, furniture }: Folders): string[] {
  const ofLibraries = libraries.flatMap((name) => {
    const zip = readZip(readFileSync(join(furniture, `${name}.sh3f`)));
    return [...zip].filter(([path]) => /\.obj$/i.test(path)).map(([, bytes]) => bytes());
  });
  const ofKit = [...kitFiles(sources, /\.(obj|gltf|bin|fbx)$/).values()];
  return [...ofLibraries, ...ofKit].map((bytes) => createHash('sha256').update(bytes).digest('hex'));
}

/** The shapes themselves, for a comparison that no conversion of a file escapes. Broken ones are stepped over. */
export function evaluationMeshes({ sources, furniture }: Folders): Float64Array[] {
  const things = [...furnitureIn(furniture, 'cc-by'), ...kitThings(sources)];
  return things.flatMap((thing) => {
    try {
      return [thing.triangles()];
    } catch {
      return [];
    }
  });
}

function kitFiles(sources: string, files: RegExp): Map<string, Buffer> {
  const git = join(sources, kit.repository.replace('/', '+'));
  return readFilesAt(
    git,
    kit.commit,
    filesAt(git, kit.commit).filter((path) => files.test(path)),
  );
}
