import type { Judgement, ReasonId } from './types.ts';

/** Three significant digits, without an exponent where that is readable. */
function short(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? 'unknown' : String(Number(value.toPrecision(3)));
}

function percent(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? 'unknown' : `${short(100 * value)} %`;
}

type Values = Judgement['values'];

const words: Readonly<Record<ReasonId, (values: Values) => string>> = {
  agrees: (v) =>
    `${percent(v['fitness'])} of the source lies within ${short(v['limit'])}, and other starts end here or worse`,
  'few-inliers': (v) =>
    v['points'] !== undefined
      ? `only ${short(v['points'])} ${v['points'] === 1 ? 'point' : 'points'} in the smaller cloud`
      : `only ${percent(v['fitness'])} of the points have a match within ${short(v['limit'])}`,
  'large-residuals': (v) => `residuals of ${short(v['rmse'])} are large for points ${short(v['spacing'])} apart`,
  unconstrained: (v) => `the matches hardly hold one direction: its stiffness is ${short(v['stiffness'])}`,
  'things-missing': (v) =>
    `${percent(v['lacking'])} of what both could have seen is in one cloud only, as whole things`,
  'starts-disagree': (v) =>
    `another start ends ${short(v['degrees'])} degrees and ${short(v['shift'])} away and fits as well or better`,
  unfinished: () => 'the iterations ended before the pose came to rest',
  'not-finite': () => 'the pose holds numbers that are not finite',
  shifted: (v) =>
    `fits as well ${short(v['shift'])} ${v['axis'] === undefined ? 'further along' : `along ${'xyz'.charAt(v['axis'])}`}`,
  turned: (v) => `fits as well turned by ${short(v['degrees'])} degrees`,
  'turns-freely': () => 'turns about one axis: any angle fits as well',
  'slides-freely': () => 'slides along one direction: any place fits as well',
  'fits-elsewhere': (v) => `fits as well ${short(v['degrees'])} degrees and ${short(v['shift'])} away`,
  mirrored: () => 'a mirror image fits better',
  scaled: (v) => `fits better at ${short(v['factor'])} times the size`,
};

/** Clouds whose diagonals differ by more are probably in different units. */
const UNITS_DIFFER = 20;

/** How many times as large the one cloud is as the other where that calls for a question; null: nothing to ask. A cloud of one spot has no size, and no unit. */
export function unitsApart({ sizeRatio = 1 }: Values): number | null {
  const apart = Math.max(sizeRatio, 1 / sizeRatio);
  return apart > UNITS_DIFFER && Number.isFinite(apart) ? apart : null;
}

/** The judgement in one English line with its numbers, lengths in the clouds' unit; for the command line. */
export function reasonInWords({ reason, values }: Judgement): string {
  const apart = unitsApart(values);
  const units =
    apart === null ? '' : ` (one cloud is ${short(apart)} times as large as the other: are the units the same?)`;
  return words[reason](values) + units;
}
