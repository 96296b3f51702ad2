import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The path of a file of the repository's assets, seen from wherever this was built to. */
export function asset(path: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'assets', 'manifest.json'))) return join(folder, 'assets', path);
    if (dirname(folder) === folder) throw new Error(`assets/${path} is not above ${import.meta.url}`);
  }
}
