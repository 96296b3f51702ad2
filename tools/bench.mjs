/**
 * `npm run bench [-- part-of-a-name]`: builds test/bench/*.bench.ts for Node and runs them one after another.
 * Each exports `default (report, { serveApp })`: see test/bench/bench.ts.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { builtForNode } from './build-node.mjs';
import { ensureBuild, ensureChromium, ensureModules, requireNode, root, runTool, Unmet } from './ensure.mjs';
import { createServer, listen } from './serve.mjs';

/** @type {(subject: string, figures?: Readonly<Record<string, number | string>>) => void} */
function report(subject, figures = {}) {
  const parts = Object.entries(figures).map(([name, value]) => {
    return `${name} ${typeof value === 'number' ? Number(value.toPrecision(4)) : value}`;
  });
  process.stdout.write(`${[subject, ...parts].join('  ')}\n`);
}

runTool(async () => {
  requireNode();
  await ensureModules();
  const wanted = process.argv[2] ?? '';
  const folder = 'test/bench';
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
  const benches = names.filter((name) => name.endsWith('.bench.ts') && name.includes(wanted)).sort();
  if (benches.length === 0) throw new Unmet(`no benchmark in ${folder} has "${wanted}" in its name`);

  /** @type {import('node:http').Server | undefined} */
  let server;
  const serveApp = async () => {
    await ensureChromium();
    await ensureBuild();
    server ??= createServer({ root: join(root, 'dist') });
    const address = server.address();
    const port = address && typeof address === 'object' ? address.port : await listen(server, 0);
    return `http://localhost:${port}/`;
  };
  try {
    for (const name of benches) {
      process.stdout.write(`\n${name.replace(/\.bench\.ts$/, '')}\n`);
      const { default: bench } = await import(await builtForNode(root, `${folder}/${name}`, ['test', 'tools']));
      await bench(report, { serveApp });
    }
  } catch (error) {
    // What a failed benchmark left open (a browser, a server) must not keep this process alive.
    process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`);
    process.exit(1);
  } finally {
    server?.closeAllConnections();
    server?.close();
  }
});
