import type { Command } from 'commander';
import { compare, type Comparison } from '../../reconstruction/metrics/compare.ts';
import { Refusal } from '../refusal.ts';
import { fileOf, type ReadFile } from '../registration/clouds.ts';

const notes = `
Nothing is normalised: figures are in the files' own unit.

chamfer     mean squared distance to the nearest point, both directions added
emd         mean distance of the optimal bijection (Jonker–Volgenant)
emdAuction  the same by Bertsekas' auction: at most ε above, ε = 0.001, or 0.001 of
            B's longest edge where that is below 1
fScore      harmonic mean of the shares of A's points near B and of B's near A;
            near: 5 % of B's longest box edge

Chamfer and F-score use all points. Where the sizes differ or exceed 2,048, both
bijections are between as many points of each, drawn with seed 1, and "resampled"
says how many. Of a mesh the vertices are compared.`;

export function addCompare(program: Command, write: (text: string) => void): void {
  program
    .command('compare')
    .description('how far one cloud is from another: Chamfer distance, earth mover’s distance, F-score')
    .argument('<a>', 'an answer: PLY, PCD, XYZ, OBJ or STL')
    .argument('<b>', 'its truth')
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', notes)
    .allowExcessArguments(false)
    .action(async (a: string, b: string, { json }: { readonly json?: boolean }) => {
      const comparison = await compared(a, b);
      write(json ? `${JSON.stringify(comparison)}\n` : textOf(comparison));
    });
}

async function compared(a: string, b: string): Promise<Comparison> {
  return compare(pointsOf(await fileOf(a)), pointsOf(await fileOf(b)));
}

/** In the file's own coordinates. Throws Refusal where a point is nowhere: figures without it would be another cloud's. */
export function pointsOf({ path, file }: ReadFile): Float64Array {
  const nowhere = file.rows - file.count;
  if (nowhere > 0) {
    throw new Refusal(
      `${path}: ${nowhere} of ${file.rows} points have no finite coordinates: leave them out of the file`,
    );
  }
  if (file.origin.every((value) => value === 0)) return file.positions;
  return file.positions.map((value, i) => value + file.origin[i % 3]!);
}

function textOf({ chamfer, emd, emdAuction, fScore, resampled }: Comparison): string {
  const short = (value: number) => String(Number(value.toPrecision(6)));
  return [
    `Chamfer      ${short(chamfer)}`,
    `EMD          ${short(emd)}`,
    `EMD, auction ${short(emdAuction)}`,
    `F-score      ${short(fScore)}`,
    ...(resampled === undefined ? [] : [`both EMDs are between ${resampled} points of each, drawn with seed 1`]),
    '',
  ].join('\n');
}
