import type { Command } from 'commander';
import { trainDo } from '../../jobs/trainDo.ts';
import { whole } from '../../params/spec.ts';
import { encodeMaps } from '../../registration/do/maps.ts';
import { defaultTraining, isComplete, type DoMaps, type DoTraining } from '../../registration/do/types.ts';
import { Refusal } from '../refusal.ts';
import { numberWithin } from '../values.ts';
import { checkpointOf, writeWhole, type Checkpoint } from './checkpoint.ts';
import { fileOf, shapeOf } from './clouds.ts';
import { nameOf } from './files.ts';
import { seedOf } from './flags.ts';
import { interruptible } from './interrupt.ts';
import { openNodeCrew } from './nodeCrew.ts';
import { workersOf } from './workers.ts';

interface TrainFlags {
  readonly samples?: string;
  readonly maps?: string;
  readonly seed?: string;
  readonly out?: string;
  readonly workers?: string;
  readonly json?: boolean;
}

const notes = `
The maps are learned as in Discriminative Optimization: scenes of MODEL, turned,
moved, noisy, cut and with outliers, and ridge regression from what is felt
there to the pose. One seed gives the same maps on any number of threads. Ctrl-C
leaves FILE.part, and the same command goes on from there.`;

export function addTrainDo(program: Command, write: (text: string) => void): void {
  program
    .command('train-do')
    .description('train the maps of Discriminative Optimization for a model')
    .argument('<model>', 'a mesh or a cloud: the TARGET of register --method do')
    .requiredOption('--out <file>', 'the map file to write, for --maps')
    .option('--samples <number>', `training scenes (default: ${defaultTraining.samples})`)
    .option('--maps <number>', `maps, one after another (default: ${defaultTraining.maps})`)
    .option('--seed <number>', `a whole number (default: ${defaultTraining.seed})`)
    .option('--workers <number>', 'threads (default: one a core)')
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', notes)
    .allowExcessArguments(false)
    .action(async (model: string, flags: TrainFlags) => write(await trainText(model, flags)));
}

async function trainText(path: string, flags: TrainFlags): Promise<string> {
  const training: DoTraining = {
    ...defaultTraining,
    ...(flags.samples !== undefined && { samples: numberWithin('--samples', flags.samples, whole(10, 1_000_000)) }),
    ...(flags.maps !== undefined && { maps: numberWithin('--maps', flags.maps, whole(1, 1000)) }),
    ...(flags.seed !== undefined && { seed: seedOf(flags.seed) }),
  };
  const workers = workersOf(flags.workers);
  const out = flags.out ?? '';
  const checkpoint = checkpointOf(out);
  const model = await fileOf(path);
  const begin = performance.now();
  const named = { name: nameOf(path), checksum: model.checksum, shape: shapeOf(model) };
  const maps = await trained(training, named, workers, checkpoint);
  writeWhole(out, encodeMaps(maps));
  checkpoint.remove();
  const milliseconds = performance.now() - begin;
  const points = maps.points.length / 3;
  const { name, checksum } = maps.model;
  if (flags.json) {
    return `${JSON.stringify({ out, model: name, checksum, training, points, errors: maps.errors, milliseconds })}\n`;
  }
  return [
    `model     ${name}, felt at ${points} points`,
    `training  ${training.samples} scenes, ${training.maps} maps, seed ${training.seed}, ${(milliseconds / 1000).toFixed(1)} s`,
    `error     ${maps.errors.map((error) => error.toFixed(4)).join(' ')}`,
    `written   ${out}`,
    '',
  ].join('\n');
}

async function trained(
  training: DoTraining,
  model: Parameters<typeof trainDo>[1],
  workers: number,
  checkpoint: Checkpoint,
): Promise<DoMaps> {
  const resume = checkpoint.read();
  if (resume && !isOf(resume, training, model.checksum)) {
    throw new Refusal(`${checkpoint.path} is from another training: remove it, or choose another --out`);
  }
  // Stopped between its last map and the writing of the file.
  if (resume && isComplete(resume)) return resume;
  const crew = await openNodeCrew(workers);
  let done = resume?.maps.length ?? 0;
  try {
    return await interruptible(
      (stop, show) =>
        trainDo(training, model, crew, {
          stop,
          resume,
          onCheckpoint: checkpoint.write,
          onProgress: ({ map, maps, part, errors }) => {
            // What a checkpoint holds already is gone through again, quickly.
            done = Math.max(done, map);
            show(`${Math.floor(100 * part)} %, map ${map} of ${maps}, error ${(errors.at(-1) ?? NaN).toFixed(4)}`);
          },
        }),
      () => `stopped after ${done} of ${training.maps} maps; the same command goes on from ${checkpoint.path}`,
    );
  } finally {
    crew.close();
  }
}

function isOf(maps: DoMaps, training: DoTraining, checksum: string): boolean {
  return maps.model.checksum === checksum && JSON.stringify(maps.training) === JSON.stringify(training);
}
