import type { Command } from 'commander';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { shapeFiles } from './shapeFiles.ts';
import { whole } from '../../params/spec.ts';
import { TRAINING_SEEDS_FROM } from '../../reconstruction/seeds.ts';
import { categoryIds } from '../../reconstruction/shapes/index.ts';
import { Refusal } from '../refusal.ts';
import { writeBytes } from '../registration/files.ts';
import { oneOf, seedOf } from '../registration/flags.ts';
import { numberWithin } from '../values.ts';

interface ShapesFlags {
  readonly category?: string;
  readonly seed?: string;
  readonly count?: string;
  readonly out?: string;
  readonly json?: boolean;
}

const notes = `
For each shape, NAME being category-seed:
NAME.png  64 × 64, gray and alpha: what the network sees, on its tight crop
NAME.ply  2,048 points of its surface in the viewer's frame (x right, y up, z to
          the viewer); even and odd ones are two independent samples
NAME.obj  its mesh in the same frame
These are the pairs that koubai evaluate --set DIR reads.

Seeds from ${TRAINING_SEEDS_FROM} on are the training's: such a shape may have been trained with.`;

export function addShapes(program: Command, write: (text: string) => void): void {
  program
    .command('shapes')
    .description('write procedural shapes: picture, points and mesh')
    .requiredOption('--category <id>', categoryIds.join(', '))
    .option('--seed <number>', 'a whole number: which shape, side and light (default: 1)')
    .option('--count <number>', 'so many shapes, of this seed and the next ones (default: 1)')
    .requiredOption('--out <dir>', 'the folder to write to; made where it is missing')
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', notes)
    .allowExcessArguments(false)
    .action((flags: ShapesFlags) => write(shapesText(flags)));
}

function shapesText(flags: ShapesFlags): string {
  const category = oneOf('category', flags.category ?? '', categoryIds);
  const seed = flags.seed === undefined ? 1 : seedOf(flags.seed);
  const count = flags.count === undefined ? 1 : numberWithin('--count', flags.count, whole(1, 100_000));
  const last = seed + (count - 1);
  if (seed < TRAINING_SEEDS_FROM && last >= TRAINING_SEEDS_FROM) {
    throw new Refusal(
      `--count ${count} from --seed ${seed} on reaches the training's seeds, ${TRAINING_SEEDS_FROM} and up: ask for ${TRAINING_SEEDS_FROM - seed} at most`,
    );
  }
  if (!Number.isSafeInteger(last))
    throw new Refusal(`--count ${count} from --seed ${seed} on is beyond the largest seed, ${Number.MAX_SAFE_INTEGER}`);
  const folder = flags.out ?? '';
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Refusal(`cannot make the folder ${folder}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
  const names = Array.from({ length: count }, (_, i) => {
    const { name, png, ply, obj } = shapeFiles({ category, seed: seed + i });
    writeBytes(join(folder, `${name}.png`), png);
    writeBytes(join(folder, `${name}.ply`), ply);
    writeBytes(join(folder, `${name}.obj`), new TextEncoder().encode(obj));
    return name;
  });
  if (flags.json) return `${JSON.stringify({ out: folder, shapes: names })}\n`;
  return names.map((name) => `${join(folder, name)}.png .ply .obj\n`).join('');
}
