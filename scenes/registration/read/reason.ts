import { unitsApart } from '../../../src/registration/reasons.ts';
import type { Judgement, Verdict } from '../../../src/registration/types.ts';
import { joined, number, phrase, type Part, type Said } from '../../../src/ui/say/said.ts';
import type { Words } from '../../../src/ui/useText.ts';
import type { PaneRun } from '../runs/paneRuns.ts';
import { lengthInWords, percent, shownLength } from './lengths.ts';

export function verdictWord(t: Words, of: string, verdict: Verdict): Part {
  return { word: t(`reg.verdict.${verdict}`), of, tone: verdict };
}

/** Of the target's frame. */
const axes = ['x', 'y', 'z'];

function keyOf({ reason, values }: Pick<Judgement, 'reason' | 'values'>) {
  if (reason === 'few-inliers' && values['points'] !== undefined) return 'verdict.few-points';
  if (reason === 'shifted' && values['axis'] !== undefined) return 'verdict.shifted-along';
  return `verdict.${reason}` as const;
}

/** Why the verdict is what it is, each number with where it stands in the judgement. */
export function reasonSaid(
  t: Words,
  { key, pair }: Pick<PaneRun, 'key' | 'pair'>,
  { reason, values }: Judgement,
): Said {
  const from = (name: string) => ({ of: key, what: `judged ${name}` });
  const said = (name: string, shown: string, value = values[name] ?? NaN): Part => number(value, shown, from(name));
  const length = (name: string) => {
    const value = values[name] ?? NaN;
    return said(name, lengthInWords(t, pair, value), shownLength(pair, value));
  };
  const plain = (name: string, digits = 2) => said(name, t.number(values[name] ?? NaN, digits));
  const fitness = values['fitness'] ?? NaN;
  const because = phrase(t.language, keyOf({ reason, values }), {
    fitness: said('fitness', percent(t, fitness), 100 * fitness),
    limit: length('limit'),
    rmse: length('rmse'),
    spacing: length('spacing'),
    shift: length('shift'),
    degrees: plain('degrees'),
    stiffness: plain('stiffness'),
    lacking: said('lacking', percent(t, values['lacking'] ?? NaN), 100 * (values['lacking'] ?? NaN)),
    factor: plain('factor', 3),
    axis: { word: axes[values['axis'] ?? -1] ?? '', of: key },
    points: said('points', String(values['points'] ?? 0), values['points'] ?? 0),
  });
  const apart = unitsApart(values);
  const units =
    apart === null ? [] : phrase(t.language, 'verdict.units', { ratio: said('sizeRatio', t.number(apart, 2), apart) });
  return joined([because, units], t('sentence.gap'));
}
