import { joined, listed, number, phrase, type Said } from '../../../src/ui/say/said.ts';
import type { Words } from '../../../src/ui/useText.ts';
import type { RunView } from '../runs/runViews.ts';
import type { Standing } from '../runs/standing.ts';

/** Who is lowest and who was the first, of so many runs, in words that light up their paths. */
export function standingSaid(t: Words, { lowest, above, level, first, firstStep }: Standing, count: number): Said {
  const names = (of: readonly RunView[]): Said =>
    of.length === count
      ? [t('say.all')]
      : listed(
          t.language,
          of.map(({ id, name }) => [{ word: name, of: id, lights: { kind: 'run', id } }]),
        );
  const line = t.number(level, 4);
  return joined(
    [
      phrase(t.language, 'say.lowest', {
        optimizer: names(lowest),
        f: number(above, t.number(above, 2), { what: 'above' }),
      }),
      first.length > 0
        ? phrase(t.language, 'say.first', {
            optimizer: names(first),
            level: line,
            step: number(firstStep, String(firstStep), { what: 'firstStep' }),
          })
        : phrase(t.language, 'say.first.none', { level: line }),
    ],
    t('sentence.gap'),
  );
}
