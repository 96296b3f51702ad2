import type { Command } from 'commander';
import { basinColours } from '../basins/colours.ts';
import { countBasins, type BasinCounts } from '../basins/count.ts';
import { paintBasins, restScale } from '../basins/paint.ts';
import { DIVERGED, REACH, UNCONVERGED, type BasinMap } from '../basins/types.ts';
import { encodeOpaque } from '../io/images/png.ts';
import { writeNpy } from '../io/networks/npy.ts';
import { basinMap } from '../jobs/basinShares.ts';
import type { BasinSpec } from '../jobs/specs.ts';
import { whole } from '../params/spec.ts';
import { writeBytes } from './registration/files.ts';
import { oneOf } from './registration/flags.ts';
import { byCrew } from './registration/byCrew.ts';
import { workersOf } from './registration/workers.ts';
import { Refusal } from './refusal.ts';
import { specOf, type RunFlags } from './request.ts';
import { collect, domainOf, numberWithin } from './values.ts';

interface BasinFlags extends Pick<RunFlags, 'surface' | 'optimizer' | 'semantics' | 'lr' | 'set' | 'domain'> {
  readonly window?: string;
  readonly steps?: string;
  readonly size?: string;
  readonly backend?: string;
  readonly workers?: string;
  readonly out?: string;
  readonly theme?: string;
  readonly json?: boolean;
}

const backends = ['webasm', 'cpu', 'float64'] as const;
const themes = ['light', 'dark'] as const;
const defaults = { steps: 500, size: 256, theme: 'light' } as const;
const [MOST_STEPS, MOST_CELLS] = [10_000, 4096];

const notes = `
A start has reached a minimum when its path ends within ${REACH} of it. Minima are those of
the domain, lowest first, found by descents from a grid of points, then those that paths
found besides; count is the number of starts that reach each. The rest diverged (beyond
1e30, or no number) or is unconverged: on its way still, or at rest at no minimum.

--out map.png paints the map: hue says which minimum, lightness how soon the path comes to
rest. --out map.npy has shape (2, size, size), int32, the lower row first: the index into
minima (-1 unconverged, -2 diverged), and the updates until the path comes to rest.
Kernels compute in float32; float64 is slow, and taken by itself where neighbouring starts
lie too close for float32. One map comes of any number of threads.`;

export function addBasin(program: Command, write: (text: string) => void): void {
  program
    .command('basin')
    .description('run an optimizer from every start of a grid and count where the paths end')
    .option('--surface <id|formula>', 'a surface of `list`, or a formula in x and y; a formula needs --domain')
    .option('--optimizer <id|rule>', 'an optimizer of `list`, or a rule of your own such as "own: x = x - lr*sign(g)"')
    .option('--semantics <which>', 'torch, book or paper')
    .option('--lr <number>', 'short for --set lr=<number>')
    .option('--set <name=value>', 'a parameter of the optimizer or of the surface; may be given several times', collect)
    .option('--domain <x0,x1,y0,y1>', 'where minima are searched for')
    .option('--window <x0,x1,y0,y1>', 'where the starts lie (default: the domain)')
    .option('--steps <number>', `updates (default: ${defaults.steps})`)
    .option('--size <number>', `starts a side, at most ${MOST_CELLS} (default: ${defaults.size})`)
    .option('--backend <which>', `${backends.join(', ')} (default: the fastest here)`)
    .option('--workers <number>', 'threads (default: one a core)')
    .option('--out <file>', 'write the map as .png or .npy')
    .option('--theme <which>', `the picture’s colours: ${themes.join(', ')} (default: ${defaults.theme})`)
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', notes)
    .allowExcessArguments(false)
    .action(async (flags: BasinFlags) => {
      write(await basinText(flags));
    });
}

/** Throws Refusal. */
function basinOf({ window, size, steps, ...flags }: BasinFlags): BasinSpec {
  // A run has a start, and a map has all of them.
  const { surface, optimizer, semantics, params } = specOf({ ...flags, start: '0,0' });
  const { domain } = surface;
  if (domain === null) throw new Refusal('a formula needs --domain, as in --domain=-5,5,-5,5');
  return {
    surface: { ...surface, domain },
    ...{ optimizer, semantics, params },
    steps: steps === undefined ? defaults.steps : numberWithin('--steps', steps, whole(1, MOST_STEPS)),
    window: window === undefined ? domain : domainOf(window, '--window'),
    size: size === undefined ? defaults.size : numberWithin('--size', size, whole(2, MOST_CELLS)),
  };
}

async function basinText(flags: BasinFlags): Promise<string> {
  const { out, json } = flags;
  const theme = oneOf('theme', flags.theme ?? defaults.theme, themes);
  const backend = flags.backend === undefined ? undefined : oneOf('backend', flags.backend, backends);
  if (out !== undefined && !/\.(png|npy)$/i.test(out)) throw new Refusal(`--out must end in .png or .npy, not ${out}`);
  const workers = workersOf(flags.workers);
  const basin = basinOf(flags);
  const begin = performance.now();
  const threads = Math.min(workers, Math.ceil(basin.size ** 2 / 16_384));
  const found = await byCrew(threads, (crew, watched) => basinMap({ basin, backend }, crew, watched));
  const { map } = found;
  const said = { counts: countBasins(map), backend: found.backend, milliseconds: performance.now() - begin };
  if (out !== undefined) {
    const bytes = /\.npy$/i.test(out) ? npyOf(map) : encodeOpaque(paintBasins(map, basinColours(theme)), map.size);
    writeBytes(out, bytes);
  }
  return json ? jsonOf(basin, said) : textOf(map, said);
}

function npyOf({ size, labels, rests }: BasinMap): Uint8Array {
  const values = new Int32Array(2 * size * size);
  labels.forEach((label, cell) => {
    values[cell] = label === DIVERGED ? -2 : label === UNCONVERGED ? -1 : label;
  });
  values.set(rests, size * size);
  return writeNpy({ kind: 'numbers', shape: [2, size, size], values });
}

interface Said {
  readonly counts: BasinCounts;
  readonly backend: string;
  readonly milliseconds: number;
}

function jsonOf({ size, steps, window }: BasinSpec, { counts, backend, milliseconds }: Said): string {
  const minima = counts.minima.map(({ at: [x, y], f, count }) => ({ x, y, f, count }));
  const { diverged, unconverged } = counts;
  return `${JSON.stringify({ minima, diverged, unconverged, milliseconds, backend, size, steps, window })}\n`;
}

/** Minima that the text lists. */
const LISTED = 12;

function textOf(map: BasinMap, { counts, backend, milliseconds }: Said): string {
  const { size } = map;
  const share = (count: number) => `${((100 * count) / size ** 2).toFixed(2)} %`.padStart(8);
  const digits = (value: number) => String(Number(value.toPrecision(6)) + 0);
  const byCount = [...counts.minima].sort((a, b) => b.count - a.count);
  const { soon, late } = restScale(map);
  return [
    ...byCount
      .slice(0, LISTED)
      .map(({ at, f, count }) => `${share(count)}  to (${at.map(digits).join(', ')}), f = ${digits(f)}`),
    ...(byCount.length > LISTED ? [`          and ${byCount.length - LISTED} more minima`] : []),
    `${share(counts.diverged)}  diverged`,
    `${share(counts.unconverged)}  unconverged`,
    `at rest   after ${soon} to ${late} updates (98 % of those that reach a minimum)`,
    `computed  ${size} × ${size} starts by ${backend} in ${(milliseconds / 1000).toFixed(2)} s`,
    '',
  ].join('\n');
}
