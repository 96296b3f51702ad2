import { figuresOf } from '../read/figures.ts';
import { categoryName, neighbourName } from '../read/names.ts';
import type { Words } from '../../../src/ui/useText.ts';
import type { Seen } from '../picture/see.ts';

/** The answer's view in words; while it plays only what does not change with the clock, and while a question waits not how good it is. */
export function answerSummary(t: Words, seen: Seen, playing: boolean, veiled = false): string {
  const { shown, answer, lookup } = seen;
  if (!shown || !answer) return t('rec.say.waiting');
  const { sample } = shown;
  const picture = sample
    ? t('rec.summary.shape', { category: categoryName(t, sample.category), seed: sample.seed })
    : t('rec.summary.own');
  const scene = t('rec.summary', { picture, points: t.number(answer.points.length / 3, 5) });
  if (playing) return scene + t('sentence.gap') + t('summary.playing');
  // How good it is belongs to the answer.
  if (veiled) return scene;
  const figures = figuresOf(seen).flatMap(([id, measures]) =>
    measures
      ? t('rec.summary.line', {
          line: t(`rec.line.${id}`),
          chamfer: t.fixed(1000 * measures.chamfer, 2),
          emd: t.fixed(measures.emd, 3),
          fScore: t.fixed(measures.fScore, 2),
        })
      : [],
  );
  const neighbour = lookup ? [t('rec.summary.lookup', { shape: neighbourName(t, lookup), seed: lookup.seed })] : [];
  return [scene, ...figures, ...neighbour].join(t('sentence.gap'));
}
