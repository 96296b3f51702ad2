import type { LeftOut } from '../../registration/noise.ts';
import type { Candidate, Weighed, WeighedReason } from '../../registration/prior.ts';

const short = (value: number): string => String(Number(value.toPrecision(3)));
const percent = (part: number): string => `${short(100 * part)} %`;

/** "858 of 6,000 points left out as outliers". */
export function leftOutInWords({ removed, of }: LeftOut): string {
  return `${removed.toLocaleString('en')} of ${of.toLocaleString('en')} points left out as outliers`;
}

const why: Readonly<Record<Exclude<WeighedReason, 'only'>, string>> = {
  agree: 'kept, and the best pose found without it is the same one',
  'start-scores': 'kept: it lays more of the source on the target than the best pose found without it',
  'start-fits': 'kept: it fits, and the best pose found without it is not clearly better',
  'start-loose': 'given up: it does not fit, and a pose found without it lays more of the source on the target',
  'not-given':
    'not given, and the clouds do not fit as they lie: the pose that lays most of the source on the target is taken',
  'clearly-better': 'given up: a clearly better pose was found without it',
};

function numbersOf({ score, fitness, agreement }: Candidate): string {
  return `score ${short(score)}, ${percent(fitness)} of the source on the target, ${percent(agreement)} of what meets agrees`;
}

/** What became of the start, in one English line with the numbers that were weighed; for the command line. */
export function startInWords({ prior, why: reason, start, global, apart }: Weighed): string {
  if (reason === 'only') {
    if (prior === 'ignore') return 'ignored, as told';
    return prior === 'trust' ? 'trusted, as told: nothing else was looked for' : 'kept: nothing was found without it';
  }
  const between = apart ? `, ${short((apart.angle * 180) / Math.PI)}° and ${short(apart.shift)} apart` : '';
  const numbers = start && global ? ` (it: ${numbersOf(start)}; the other: ${numbersOf(global)}${between})` : '';
  return `${why[reason]}${reason === 'agree' ? '' : numbers}`;
}
