import type { Candidate } from '../../../src/registration/prior.ts';
import { joined, number, phrase, type Part, type Said } from '../../../src/ui/say/said.ts';
import type { Words } from '../../../src/ui/useText.ts';
import type { PaneRun } from '../runs/paneRuns.ts';
import { percent } from './lengths.ts';

/** What a method that weighs its start made of it, and what it left out as outliers; nothing where it does neither. */
export function weighedSaid(t: Words, { key, answer }: Pick<PaneRun, 'key' | 'answer'>): Said {
  const { weighed, leftOut } = answer;
  const share = (which: 'start' | 'global', candidate: Candidate | null): Part =>
    candidate
      ? number(100 * candidate.fitness, percent(t, candidate.fitness), { of: key, what: `weighed ${which}` })
      : '–';
  const start = weighed
    ? phrase(t.language, weighed.why === 'only' ? `reg.start.only.${weighed.prior}` : `reg.start.${weighed.why}`, {
        start: share('start', weighed.start),
        global: share('global', weighed.global),
      })
    : [];
  const left = (['source', 'target'] as const).flatMap((side) => {
    const out = leftOut?.[side];
    if (!out) return [];
    const count = (what: 'removed' | 'of') =>
      number(out[what], t.number(out[what], 9), { of: key, what: `left out ${side} ${what}` });
    return [phrase(t.language, `reg.left-out.${side}`, { removed: count('removed'), of: count('of') })];
  });
  return joined([start, ...left], t('sentence.gap'));
}
