import type { MeshSource } from './sources.ts';

/** What is evaluated on is never trained on: no source whose name, path or creator says one of these, and none of the files of held-out.json. */
const never = [
  /kay\s*-?_?kit/i,
  /lousberg/i,
  /shape\s*-?_?net/i,
  /BlendSwap-CC-BY/i,
  /KatorLegaz/i,
  /Reallusion/i,
  /Scopia/i,
];

/** The evaluation's files: the first 16 hexadecimal digits of their SHA-256. */
export type HeldOut = ReadonlySet<string>;

const DIGITS = 16;

export function shortened(sha256: string): string {
  return sha256.slice(0, DIGITS);
}

/** Throws where a source is one of the evaluation's. */
export function refuseSource({ id, from, creator, licenceFile, files }: MeshSource): void {
  const said = JSON.stringify([id, from, creator, licenceFile, files.source]);
  const which = never.find((pattern) => pattern.test(said));
  if (which) throw new Error(`${id} is held out for the evaluation (${which.source})`);
}

/** Throws where a file is one of the evaluation's, by its bytes or its name. */
export function refuseMesh(path: string, sha256: string, heldOut: HeldOut): void {
  if (heldOut.has(shortened(sha256))) throw new Error(`${path} is a mesh of the evaluation`);
  const which = never.find((pattern) => pattern.test(path));
  if (which) throw new Error(`${path} is held out for the evaluation (${which.source})`);
}
