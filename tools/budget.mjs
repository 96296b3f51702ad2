import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** @typedef {{ file: string, isEntry?: boolean, imports?: string[], dynamicImports?: string[], assets?: string[] }} Chunk */
/** @typedef {Readonly<Record<string, Chunk>>} Manifest Vite's; the first of a chunk's `assets` may be workers */

/*
 * Three limits, none on the sum, so that a scene more costs nobody anything who does not open it:
 *   - what arrives before the first moving picture: what every visitor waits for;
 *   - for each scene, all that a visit to it may fetch besides (dialogs, workers and panels of its own included);
 *   - for each single part fetched later: what one click may wait for. GPU.js is the largest and needs most of it.
 */
const limits = Object.freeze({ first: '400 kB', scene: '250 kB', part: '160 kB' });

const isScene = (/** @type {string} */ name) => /^scenes\/[^/]+\/scene\.ts$/.test(name);
const isScript = (/** @type {string} */ file) => file.endsWith('.js');

/**
 * The JavaScript that must arrive before the first moving picture: what the entry loads, and what the scene that
 * opens loads (it is fetched lazily, but nothing moves without it), each with its static imports.
 * Workers, GPU.js, the panel's and the chart's own chunks arrive after it.
 * @param {Manifest} manifest
 * @param {readonly string[]} firstScene what of the scene that opens is fetched for its first picture
 * @returns {string[]} file names relative to the build
 */
export function initialFiles(manifest, firstScene) {
  for (const name of firstScene) if (!manifest[name]) throw new Error(`the manifest has no ${name}`);
  const roots = Object.keys(manifest).filter((name) => manifest[name]?.isEntry || firstScene.includes(name));
  if (!roots.some((name) => manifest[name]?.isEntry)) throw new Error('the manifest has no entry');
  const reached = new Set(roots);
  for (const name of reached) for (const next of manifest[name]?.imports ?? []) reached.add(next);
  return [...new Set([...reached].flatMap((name) => manifest[name]?.file ?? []).filter(isScript))];
}

/**
 * The JavaScript that a visit to each scene may fetch besides `first`: its imports, static and lazy, and their workers. What all scenes
 * share (the panel's library, export dialogs, help) is not counted: the page offers it, whichever scene is open.
 * @param {Manifest} manifest
 * @param {readonly string[]} first
 * @returns {Record<string, string[]>} file names by the scene's id
 */
export function sceneFiles(manifest, first) {
  const scenes = Object.keys(manifest).filter(isScene);
  const reach = (/** @type {string} */ scene) => {
    const reached = new Set([scene]);
    for (const name of reached) {
      const { isEntry, imports = [], dynamicImports = [] } = manifest[name] ?? {};
      // Through the page one would come to every other scene.
      if (isEntry) continue;
      for (const next of [...imports, ...dynamicImports]) reached.add(next);
    }
    const files = [...reached].flatMap((name) => [manifest[name]?.file ?? [], manifest[name]?.assets ?? []].flat());
    return [...new Set(files.filter((file) => isScript(file) && !first.includes(file)))];
  };
  const all = scenes.map(reach);
  const shared = (/** @type {string} */ file) => all.length > 1 && all.every((files) => files.includes(file));
  return Object.fromEntries(
    scenes.map((scene, i) => [scene.split('/')[1], (all[i] ?? []).filter((file) => !shared(file))]),
  );
}

/**
 * What size-limit is to check in a build.
 * @param {string} dist
 */
export function budgets(dist) {
  const manifestPath = join(dist, '.vite/manifest.json');
  if (!existsSync(manifestPath)) throw new Error(`${manifestPath} is missing: run npm run build first`);
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
  const first = initialFiles(manifest, ['scenes/optimizers/scene.ts', 'scenes/optimizers/relief/OptimizerScene.tsx']);
  const gzipped = (/** @type {string} */ file) => gzipSync(readFileSync(join(dist, file))).length;
  const later = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => isScript(file) && !first.includes(file))
    .map((file) => ({ file, size: gzipped(file) }));
  const [largest] = later.toSorted((a, b) => b.size - a.size);
  /** @type {(name: string, files: readonly string[], limit: string) => object} */
  const budget = (name, files, limit) => ({ name, path: files.map((file) => join(dist, file)), limit, gzip: true });
  return [
    budget('JavaScript up to the first moving picture', first, limits.first),
    ...Object.entries(sceneFiles(manifest, first)).map(([id, files]) =>
      budget(`Besides, all of the scene ${id}`, files, limits.scene),
    ),
    ...(largest ? [budget(`The largest part fetched later, ${largest.file}`, [largest.file], limits.part)] : []),
  ];
}
