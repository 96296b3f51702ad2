import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureBuild, root } from '../../tools/ensure.mjs';
import { createServer, listen } from '../../tools/serve.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the minified build under the policy, with a slash at its end. */
    readonly appUrl: string;
    /** The folder that is served there: a copy, so that a build made meanwhile changes nothing under a running test. */
    readonly appRoot: string;
  }
}

export default async function serveBuild(project: TestProject): Promise<() => void> {
  await ensureBuild();
  const appRoot = mkdtempSync(join(tmpdir(), 'koubai-dist-'));
  cpSync(join(root, 'dist'), appRoot, { recursive: true });
  const server = createServer({ root: appRoot });
  const port = await listen(server, 0);
  project.provide('appUrl', `http://localhost:${port}/`);
  project.provide('appRoot', appRoot);
  return () => {
    server.closeAllConnections();
    server.close();
    rmSync(appRoot, { recursive: true, force: true });
  };
}
