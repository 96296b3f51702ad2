/* What contact-sheet.mjs runs, built for Node in one piece. */
export { tilesOf } from './sheet.ts';
