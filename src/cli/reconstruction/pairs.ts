import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../../reconstruction/evaluation/evaluator.ts';
import { doubtInWords } from '../../reconstruction/cutout/inWords.ts';
import { resample } from '../../reconstruction/metrics/resample.ts';
import { ANSWER_POINTS } from '../../reconstruction/types.ts';
import { Refusal } from '../refusal.ts';
import { fileOf } from '../registration/clouds.ts';
import { pointsOf } from './compare.ts';
import { pictureOf } from './pictures.ts';

/** Names of the pairs NAME.png and NAME.ply in a folder, sorted. Throws Refusal where there is none. */
export function pairsIn(folder: string): string[] {
  let files: Set<string>;
  try {
    files = new Set(readdirSync(folder));
  } catch {
    throw new Refusal(
      `cannot read the folder ${folder}: --set takes a folder of pairs NAME.png and NAME.ply, or "procedural"`,
    );
  }
  const names = [...files]
    .filter((file) => file.endsWith('.png') && files.has(file.replace(/png$/, 'ply')))
    .map((file) => file.slice(0, -4))
    .sort();
  if (names.length === 0) throw new Refusal(`${folder} holds no pair NAME.png and NAME.ply`);
  return names;
}

/** The category is the name before its last dash. */
export const categoryOf = (name: string): string => /^(.+)-[^-]*$/.exec(name)?.[1] ?? name;

/** A pair. Of a cloud with more than 2,048 points as many are drawn, with seed 1. Throws Refusal. */
export async function caseOf(folder: string, name: string): Promise<Case> {
  const path = join(folder, `${name}.ply`);
  const points = pointsOf(await fileOf(path));
  const need = 2 * ANSWER_POINTS;
  if (points.length < 3 * need) {
    throw new Refusal(
      `${path} has ${points.length / 3} points: ${need} are needed, 1,024 to compare with and 1,024 for the floor`,
    );
  }
  const { picture, doubts } = pictureOf(join(folder, `${name}.png`));
  const [doubt] = doubts;
  if (doubt) {
    const why = doubtInWords(doubt);
    throw new Refusal(`${join(folder, `${name}.png`)}: what the object is, is in doubt (${why}): give it transparency`);
  }
  return { name, category: categoryOf(name), picture, truth: resample(points, need, 1) };
}
