import type { Command } from 'commander';
import { checkFinite } from '../../io/networks/run/finite.ts';
import { networkAt, rowOf } from '../../io/networks/run/records.ts';
import type { NetRun } from '../../io/networks/run/types.ts';
import { centred, SIDE } from '../../networks/microscope/centre.ts';
import { classify } from '../../networks/microscope/classify.ts';
import { inkOf } from '../../networks/microscope/ink.ts';
import { asset } from '../assets.ts';
import { imageOf } from '../reconstruction/pictures.ts';
import { Refusal } from '../refusal.ts';
import { refusing as refusingNet, runAt } from './files.ts';

interface ClassifyFlags {
  readonly net?: string;
  readonly json?: boolean;
}

const CLASSES = 10;
/** From paper to ink. */
const SHADES = ' .:-=+*#%@';

const notes = `
The picture stands upright as its EXIF data say. What is drawn on it, dark on
light or light on dark, is brought to 28 × 28 as MNIST's digits were: scaled
into 20 × 20, its centre of mass in the middle. probabilities: of 0 … 9;
centred: those 784 pixels, 0 … 1. The last record of the training is asked.`;

export function addClassify(program: Command, write: (text: string) => void): void {
  program
    .command('classify')
    .description('read a drawn digit')
    .argument('<image>', 'a PNG, JPEG or WebP with one digit')
    .option('--net <file>', 'a training on the digits: .npz or .safetensors (default: the shipped one)')
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', notes)
    .allowExcessArguments(false)
    .action(async (path: string, flags: ClassifyFlags) => {
      write(await classifyText(path, flags));
    });
}

async function classifyText(path: string, flags: ClassifyFlags): Promise<string> {
  const net = flags.net ?? asset('networks/digits.npz');
  const run = runAt(net);
  checkReads(run, net);
  const { image } = await imageOf(path);
  const digit = centred(inkOf(image));
  if (!digit) throw new Refusal(`${path}: nothing is drawn on it: give a digit, dark on light or light on dark`);
  const last = run.count - 1;
  refusingNet(net, () => checkFinite(run, last));
  const reading = classify(networkAt(run, last), rowOf(run, last), digit);
  const { class: answer, probabilities } = reading;
  if (flags.json) {
    return `${JSON.stringify({ class: answer, probabilities: [...probabilities], centred: [...digit] })}\n`;
  }
  const percent = (p: number) => `${(100 * p).toFixed(1)} %`;
  const ranked = Array.from(probabilities, (p, digitOf) => ({ p, digitOf })).sort((a, b) => b.p - a.p);
  const [, second] = ranked;
  return [
    `${answer} (${percent(probabilities[answer]!)}), else ${second!.digitOf} (${percent(second!.p)})`,
    ...Array.from({ length: SIDE }, (_, y) => line(digit.subarray(y * SIDE, (y + 1) * SIDE))),
    '',
  ].join('\n');
}

/** Two characters a pixel: so they are square. */
const line = (pixels: Float64Array): string =>
  Array.from(pixels, (value) => SHADES[Math.round(value * (SHADES.length - 1))]!.repeat(2))
    .join('')
    .trimEnd();

function checkReads({ network, count }: NetRun, path: string): void {
  const { inputs, outputs, task } = network;
  if (inputs === SIDE ** 2 && outputs === CLASSES && task === 'classes' && count > 0) return;
  throw new Refusal(
    `${path} does not read digits (${inputs} inputs, ${outputs} outputs): give --net one that has 784 and 10`,
  );
}
