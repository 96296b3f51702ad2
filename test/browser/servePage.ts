import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createServer, listen } from '../../tools/serve.mjs';

export interface ServedPage {
  readonly url: string;
  close(): void;
}

/**
 * Builds the page `name` of test/browser in `root`'s checkout and serves it under the policy; `isolated` false: as a plain
 * host does. Vite runs in a process of its own: benchmarks are bundled, and Vite cannot be.
 */
export async function servePage(root: string, name: string, { isolated = true } = {}): Promise<ServedPage> {
  const outDir = join(root, 'node_modules/.cache', name);
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { status, stderr } = spawnSync(
    process.execPath,
    [vite, 'build', join(root, 'test/browser', name), '--outDir', outDir],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${name} does not build: ${stderr}`);
  const server = createServer({ root: outDir, isolated });
  const port = await listen(server, 0);
  return {
    url: `http://localhost:${port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
