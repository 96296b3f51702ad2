/**
 * `npm run -s koubai -- …`: Node 20 runs no TypeScript, so the command line is built when one of its sources changed
 * (about a second), into a folder named after them, and then imported.
 */
import { builtForNode } from './build-node.mjs';
import { requireNode, root, runTool } from './ensure.mjs';

runTool(async () => {
  requireNode();
  await import(await builtForNode(root, 'src/cli/main.ts'));
});
