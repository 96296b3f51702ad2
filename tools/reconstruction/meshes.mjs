/*
 * The meshes that the network trains on besides the generator's shapes: things in the public domain (CC0), of the repositories and the Debian package that
 * meshes/sources.ts names, file by file as meshes/manifest.json lists them. Nothing of the evaluation can be among them (meshes/heldOut.ts).
 *
 *   git clone https://github.com/OWNER/NAME DIR/OWNER+NAME      for each repository of the manifest
 *   apt-get install sweethome3d-furniture
 *   node tools/reconstruction/meshes.mjs --sources DIR [--furniture DIR] [--out node_modules/.cache/psgn/meshes.bin] [--pictures DIR]
 *
 * To list them anew, with the evaluation's kit among the clones: --hold-out writes meshes/held-out.json, --survey the manifest. --pictures: one of each mesh,
 * to be looked at.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { builtForNode } from '../build-node.mjs';
import { root } from '../ensure.mjs';

const { values } = parseArgs({
  options: {
    sources: { type: 'string' },
    furniture: { type: 'string', default: '/usr/share/sweethome3d/furniture' },
    out: { type: 'string', default: join(root, 'node_modules/.cache/psgn/meshes.bin') },
    pictures: { type: 'string' },
    survey: { type: 'boolean', default: false },
    'hold-out': { type: 'boolean', default: false },
  },
});
if (values.sources === undefined) {
  console.error('--sources DIR: where the repositories of the manifest are, each as OWNER+NAME');
  process.exit(2);
}
const kit = /** @type {typeof import('./meshes/kit.ts')} */ (
  await import(await builtForNode(root, 'tools/reconstruction/meshes/kit.ts', ['tools/reconstruction']))
);
const folders = { sources: values.sources, furniture: values.furniture };
const manifestFile = join(root, 'tools/reconstruction/meshes/manifest.json');
const heldOutFile = join(root, 'tools/reconstruction/meshes/held-out.json');
/** @type {(file: string) => unknown} */
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
/** @type {(file: string, what: unknown) => Promise<void>} */
const write = async (file, what) =>
  writeFileSync(file, await format(JSON.stringify(what), { ...(await resolveConfig(file)), parser: 'json' }));

if (values['hold-out']) {
  const digests = kit.evaluationDigests(folders).map(kit.shortened).toSorted();
  await write(heldOutFile, [...new Set(digests)]);
  console.log(`${heldOutFile}: ${new Set(digests).size} files`);
  process.exit();
}
const heldOut = new Set(/** @type {string[]} */ (read(heldOutFile)));
const unpack = await kit.dracoUnpack(join(root, 'node_modules/three/examples/jsm/libs/draco'));
/** @type {import('./meshes/gather.ts').FilesOf} */
const filesOf = (source, paths) => kit.filesOf(source, folders, unpack, paths);
const meshes = values.survey ? await surveyed() : gathered();

if (values.pictures !== undefined) {
  for (const { id, triangles } of meshes) {
    const path = join(values.pictures, `${id}.png`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, kit.pictureOf(triangles, 96));
  }
}
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, kit.writeMeshes(meshes));
const triangles = meshes.reduce((sum, mesh) => sum + mesh.triangles.length / 9, 0);
console.log(`${values.out}: ${meshes.length} meshes, ${triangles} triangles`);

function gathered() {
  const manifest = /** @type {import('./meshes/gather.ts').Manifest} */ (read(manifestFile));
  return kit.gathered(manifest, kit.sources, filesOf, heldOut);
}

async function surveyed() {
  const never = kit.evaluationMeshes(folders).map(kit.fingerprint);
  const found = kit.surveyed(kit.sources, filesOf, heldOut, never, console.log);
  await write(manifestFile, found.manifest);
  return found.meshes;
}
