import { joined, number, phrase, type Said } from '../../../src/ui/say/said.ts';
import type { Words } from '../../../src/ui/useText.ts';
import { agreementOf, tallyOf, type Agreement, type Tally } from '../runs/truth.ts';
import type { PaneRun } from '../runs/paneRuns.ts';

/** What the verdicts of the panes were worth beside the truth; and those of all runs seen so far, once they are more. Nothing where nobody knows the truth. */
export function tallySaid(t: Words, runs: readonly PaneRun[], seen: readonly Agreement[]): Said {
  const here = tallyOf(runs.flatMap((run) => agreementOf(run) ?? []));
  const all = tallyOf(seen);
  const say = (key: 'reg.tally' | 'reg.tally.session', of: string, tally: Tally): Said => {
    const counted = (what: keyof Tally) => number(tally[what], String(tally[what]), { of, what });
    const beside = (['differs', 'open'] as const)
      .filter((what) => tally[what] > 0)
      .flatMap((what) => phrase(t.language, `reg.tally.${what}`, { [what]: counted(what) }));
    return phrase(t.language, key, { judged: counted('judged'), agrees: counted('agrees'), besides: beside });
  };
  return joined(
    [
      here.judged > 0 ? say('reg.tally', 'panes', here) : [],
      here.judged > 0 && all.judged > here.judged ? say('reg.tally.session', 'session', all) : [],
    ],
    t('sentence.gap'),
  );
}
