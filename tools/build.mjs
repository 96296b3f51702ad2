/** Builds dist/ unless it is fresh, for `npm test`. */
import { ensureBuild, runTool } from './ensure.mjs';

runTool(ensureBuild);
