/* What sweethome.mjs runs, built for Node in one piece. */
export { drawn, furnitureIn, pairOf, viewOf } from './sweethome.ts';
