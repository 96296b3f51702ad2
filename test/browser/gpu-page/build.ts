import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { createServer, listen } from '../../../tools/serve.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const outDir = fileURLToPath(new URL('../../../node_modules/.cache/gpu-page', import.meta.url));

export interface ServedPage {
  readonly url: string;
  close(): void;
}

/** Builds the page as the app is built, minified, and serves it under the policy; `isolated` false: as a plain host does. */
export async function serveGpuPage({ isolated = true } = {}): Promise<ServedPage> {
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
  });
  const server = createServer({ root: outDir, isolated });
  const port = await listen(server, 0);
  return { url: `http://localhost:${port}/`, close: () => server.close() };
}
