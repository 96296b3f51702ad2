import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ file: string, isEntry?: boolean, imports?: string[], dynamicImports?: string[] }} Chunk */

/**
 * The JavaScript that must arrive before the first moving picture: what the entry loads, and what the scene that
 * opens loads (it is fetched lazily, but nothing moves without it), each with its static imports.
 * Workers, GPU.js, the panel's and the chart's own chunks arrive after it.
 * @param {Readonly<Record<string, Chunk>>} manifest Vite's
 * @param {readonly string[]} firstScene what of the scene that opens is fetched for its first picture
 * @returns {string[]} file names relative to the build
 */
export function initialFiles(manifest, firstScene) {
  for (const name of firstScene) if (!manifest[name]) throw new Error(`the manifest has no ${name}`);
  const roots = Object.keys(manifest).filter((name) => manifest[name]?.isEntry || firstScene.includes(name));
  if (!roots.some((name) => manifest[name]?.isEntry)) throw new Error('the manifest has no entry');
  const reached = new Set(roots);
  for (const name of reached) for (const next of manifest[name]?.imports ?? []) reached.add(next);
  return [...reached].flatMap((name) => manifest[name]?.file ?? []).filter((file) => file.endsWith('.js'));
}

/**
 * What size-limit is to check in a build.
 * @param {string} dist
 */
export function budgets(dist) {
  const manifestPath = join(dist, '.vite/manifest.json');
  if (!existsSync(manifestPath)) throw new Error(`${manifestPath} is missing: run npm run build first`);
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
  const all = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  /** @type {(files: string[]) => string[]} */
  const paths = (files) => files.map((file) => join(dist, file));
  return [
    {
      name: 'JavaScript up to the first moving picture',
      path: paths(
        initialFiles(manifest, ['scenes/optimizers/scene.ts', 'scenes/optimizers/relief/OptimizerScene.tsx']),
      ),
      limit: '400 kB',
      gzip: true,
    },
    { name: 'All JavaScript, workers and later chunks included', path: paths(all), limit: '1200 kB', gzip: true },
  ];
}
