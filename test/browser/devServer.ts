import { createServer } from 'vite';
import { root } from '../../tools/ensure.mjs';

/** Vite's development server as `npm run dev` starts it, on a free port and without hot updates. */
export async function startDevServer(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const server = await createServer({
    root,
    logLevel: 'error',
    // A file saved by somebody else meanwhile must not reload the page under test.
    server: { port: 0, hmr: false, watch: null },
  });
  await server.listen();
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('the development server has no address');
  return { url, stop: () => server.close() };
}
