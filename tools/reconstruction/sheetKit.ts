/* What contact-sheet.mjs runs, built for Node in one piece. */
export { foreignPhotographs, foreignThings } from './foreignInputs.ts';
export { tilesOf } from './sheet.ts';
