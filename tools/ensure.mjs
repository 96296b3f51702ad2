/**
 * What a fresh clone lacks, brought in on demand. Node's own modules only: this runs before anything is installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isFresh } from './build-stamp.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A problem that its message explains: shown without a stack trace. */
export class Unmet extends Error {}

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Unmet(`Koubai needs Node.js 20.19 or newer; this is ${process.versions.node} (https://nodejs.org/)`);
}

/**
 * Runs a command, its output on our standard error: standard output belongs to the tool's own result.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [environment]
 * @returns {Promise<void>}
 */
function run(command, args, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 2, 2],
      env: { ...process.env, ...environment },
      shell: process.platform === 'win32',
    });
    child.once('error', (error) => reject(new Unmet(`${command} could not be started: ${error.message}`)));
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Unmet(`${[command, ...args].join(' ')} failed (see above)`)),
    );
  });
}

/** @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean }} Locked */

/**
 * Whether node_modules holds what package-lock.json asks for: npm writes what it has installed into
 * node_modules/.package-lock.json, last of all. Optional packages of other platforms may be missing.
 */
function modulesAreCurrent() {
  /** @type {(path: string) => Record<string, Locked>} */
  const packagesIn = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const installed = packagesIn('node_modules/.package-lock.json');
  return Object.entries(packagesIn('package-lock.json')).every(([path, wanted]) => {
    const present = installed[path];
    if (path === '' || (!present && wanted.optional)) return true;
    return present !== undefined && present.version === wanted.version && present.integrity === wanted.integrity;
  });
}

export async function ensureModules() {
  if (modulesAreCurrent()) return;
  process.stderr.write('Installing packages (npm ci) …\n');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Builds dist/ unless it was made of the sources as they are; into a folder beside it that then takes its place. */
export async function ensureBuild() {
  const dist = join(root, 'dist');
  if (isFresh(root, dist)) return;
  process.stderr.write('Building the page …\n');
  const fresh = join(root, `dist-${process.pid}.tmp`);
  const old = join(root, `dist-old-${process.pid}.tmp`);
  try {
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    // A test runner says NODE_ENV=test, which would build React for development.
    const environment = { NODE_ENV: 'production' };
    await run(process.execPath, [vite, 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'], environment);
    for (let attempt = 0; ; attempt += 1) {
      if (existsSync(dist)) renameSync(dist, old);
      try {
        renameSync(fresh, dist);
        break;
      } catch (error) {
        if (attempt > 4) throw error; // another build was faster each time
        rmSync(old, { recursive: true, force: true });
      }
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

/** The path of Chromium (or Chrome): $CHROMIUM, else what stands in the PATH; null when there is none. */
export function findChromium() {
  if (process.env.CHROMIUM) {
    if (existsSync(process.env.CHROMIUM)) return process.env.CHROMIUM;
    throw new Unmet(`CHROMIUM names ${process.env.CHROMIUM}, which does not exist`);
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/usr/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  return places.find((place) => existsSync(place)) ?? null;
}

/** Chromium and a Japanese font for the browser tests: installed where we may (root on Debian), else explained. */
export async function ensureChromium() {
  const fonts = spawnSync('fc-list', [':lang=ja'], { encoding: 'utf8' });
  const lacksJapanese = fonts.error !== undefined || fonts.stdout.trim() === '';
  const debian = process.platform === 'linux' && existsSync('/etc/debian_version');
  const missing = findChromium() === null;
  if (!missing && !(debian && lacksJapanese)) return;
  if (debian && process.getuid?.() === 0) {
    const packages = [...(missing ? ['chromium'] : []), ...(lacksJapanese ? ['fonts-noto-cjk', 'fontconfig'] : [])];
    process.stderr.write(`Installing ${packages.join(' and ')} for the browser tests …\n`);
    await run('apt-get', ['update', '-qq'], { DEBIAN_FRONTEND: 'noninteractive' });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      DEBIAN_FRONTEND: 'noninteractive',
    });
    return;
  }
  if (missing) {
    const how = debian ? 'sudo apt-get install chromium fonts-noto-cjk' : 'install Chromium or Chrome';
    throw new Unmet(`The browser tests need Chromium: ${how}, or set CHROMIUM to its path`);
  }
  process.stderr.write('No Japanese font was found: pictures of the Japanese page will show boxes\n');
}

/**
 * Runs a tool's main function; an unmet need ends it with one clear line.
 * @param {() => Promise<void>} main
 */
export function runTool(main) {
  main().catch((/** @type {unknown} */ error) => {
    process.stderr.write(
      error instanceof Unmet ? `${error.message}\n` : `${String(error instanceof Error ? error.stack : error)}\n`,
    );
    process.exitCode = 1;
  });
}
