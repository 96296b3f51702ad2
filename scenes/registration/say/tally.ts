import { joined, number, phrase, type Said } from '../../../src/ui/say/said.ts';
import type { Words } from '../../../src/ui/useText.ts';
import { agreementOf, tallyOf, type Agreement, type Tally } from '../runs/truth.ts';
import type { PaneRun } from '../runs/paneRuns.ts';

/** What the verdicts of the panes were worth beside the truth; and those of all runs seen so far, once they are more. Nothing where nobody knows the truth. */
export function tallySaid(t: Words, runs: readonly PaneRun[], seen: readonly Agreement[]): Said {
  const here = tallyOf(runs.flatMap((run) => agreementOf(run) ?? []));
  const all = tallyOf(seen);
  const say = (key: 'reg.tally' | 'reg.tally.session', of: string, tally: Tally): Said =>
    phrase(
      t.language,
      key,
      Object.fromEntries(
        Object.entries(tally).map(([what, count]) => [what, number(count, String(count), { of, what })] as const),
      ),
    );
  return joined(
    [
      here.judged > 0 ? say('reg.tally', 'panes', here) : [],
      here.judged > 0 && all.judged > here.judged ? say('reg.tally.session', 'session', all) : [],
    ],
    t('sentence.gap'),
  );
}
