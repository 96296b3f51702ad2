/** `npm start`, the only command on a fresh clone: installs, builds, serves, and prints the address. */
import { join } from 'node:path';
import { ensureBuild, ensureModules, requireNode, root, runTool, Unmet } from './ensure.mjs';
import { createServer, listen } from './serve.mjs';

function wantedPort() {
  const text = process.env.PORT ?? '4173';
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new Unmet(`PORT must be a whole number from 0 to 65535, not "${text}"`);
}

runTool(async () => {
  requireNode();
  const wanted = wantedPort();
  await ensureModules();
  await ensureBuild();
  const server = createServer({ root: join(root, 'dist') });
  const port = await listen(server, wanted);
  process.stdout.write(`Koubai is running at http://localhost:${port}/\n`);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
});
