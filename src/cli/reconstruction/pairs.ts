import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../../reconstruction/evaluation/evaluator.ts';
import { doubtInWords } from '../../reconstruction/cutout/inWords.ts';
import { resample } from '../../reconstruction/metrics/resample.ts';
import { ANSWER_POINTS } from '../../reconstruction/types.ts';
import { Refusal } from '../refusal.ts';
import { fileOf } from '../registration/clouds.ts';
import { pointsOf } from './compare.ts';
import { NothingCut, pictureOf } from './pictures.ts';

export interface Pair {
  readonly name: string;
  /** Paths: a picture, and the points of its truth. */
  readonly picture: string;
  readonly points: string;
}

/** The pairs NAME.png (or .jpg, .jpeg, .webp) and NAME.ply in a folder, by name. Throws Refusal where there is none. */
export function pairsIn(folder: string): Pair[] {
  let files: string[];
  try {
    files = readdirSync(folder).sort();
  } catch {
    throw new Refusal(
      `cannot read the folder ${folder}: --set takes a folder of pairs NAME.png and NAME.ply, or "procedural"`,
    );
  }
  const pairs = new Map<string, Pair>();
  for (const file of files) {
    const name = /^(.+)\.(png|jpe?g|webp)$/i.exec(file)?.[1];
    if (name === undefined || !files.includes(`${name}.ply`)) continue;
    const other = pairs.get(name);
    if (other) throw new Refusal(`${other.picture} and ${join(folder, file)} are two pictures of one truth`);
    pairs.set(name, { name, picture: join(folder, file), points: join(folder, `${name}.ply`) });
  }
  if (pairs.size === 0) throw new Refusal(`${folder} holds no pair NAME.png and NAME.ply`);
  return [...pairs.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The category is the name before its last dash. */
export const categoryOf = (name: string): string => /^(.+)-[^-]*$/.exec(name)?.[1] ?? name;

/** Of a cloud with more than 2,048 points as many are drawn, with seed 1. Rejects with a Refusal. */
export async function caseOf({ name, picture: file, points: path }: Pair): Promise<Case> {
  const points = pointsOf(await fileOf(path));
  const need = 2 * ANSWER_POINTS;
  if (points.length < 3 * need) {
    throw new Refusal(
      `${path} has ${points.length / 3} points: ${need} are needed, 1,024 to compare with and 1,024 for the floor`,
    );
  }
  const { picture, doubts } = await pictureOf(file);
  const [doubt] = doubts;
  if (doubt) {
    throw new NothingCut(file, `What the object is, is in doubt (${doubtInWords(doubt)}): give it transparency.`);
  }
  return { name, category: categoryOf(name), picture, truth: resample(points, need, 1) };
}
