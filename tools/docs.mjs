/*
 * Writes what of README*.md and docs/*.md is generated anew: the tables from the registries, the sources of the recipes. test/docs fails where this was
 * forgotten.
 *
 *   node tools/docs.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { format, resolveConfig } from 'prettier';
import { requireNode, root, runTool } from './ensure.mjs';

/** Scenes bring their style sheets, which Node has no use for. */
const withoutStyles = {
  name: 'without-styles',
  enforce: /** @type {const} */ ('pre'),
  resolveId: (/** @type {string} */ id) => (id.endsWith('.css') ? '\0style' : null),
  load: (/** @type {string} */ id) => (id === '\0style' ? '' : null),
};

runTool(async () => {
  requireNode();
  /** @type {{ module: typeof import('./docs/pages.ts') }} */
  const { module } = await runnerImport(join(root, 'tools/docs/pages.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [withoutStyles],
  });
  for (const page of module.pagesIn(root)) {
    const path = join(root, page);
    const before = readFileSync(path, 'utf8');
    const after = await format(module.filled(root, page, before), { ...(await resolveConfig(path)), filepath: path });
    if (after === before) continue;
    writeFileSync(path, after);
    console.log(page);
  }
});
