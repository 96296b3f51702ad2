import type { Trial } from '../../../src/networks/search/trial.ts';
import { useStep } from '../../../src/runs/session.tsx';
import type { Exports } from '../../../src/scene/described.ts';
import { shownOf } from '../../../src/scene/model.ts';
import { NumberTable } from '../../../src/scene/parts/NumberTable.tsx';
import { useTakeAway } from '../../../src/scene/parts/useTakeAway.ts';
import { stepShown } from '../../../src/trace/jump.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import { number, phrase, type Said } from '../../../src/ui/say/said.ts';
import { Speak } from '../../../src/ui/say/Speak.tsx';
import type { Told } from '../../../src/ui/say/told.ts';
import { useText, type Words } from '../../../src/ui/useText.ts';
import { model, type Session } from '../model.ts';
import { about, isPrinted } from './ids.ts';
import { bookShown, hueOf, seriesName, valueText } from './read.ts';
import type { BookResult } from './run/types.ts';
import { useBook } from './useBook.ts';
import { stepText, valuesOf } from './values.ts';
import { bestOf } from './views/swarm.ts';

/** What to look at now, with the numbers of the step. */
export function sentenceOf(t: Words, result: BookResult, step: number): Said {
  const said = Object.entries(valuesOf(result, step)).map(([what, value]) => {
    const known = Number.isNaN(value) ? '…' : t.number(what === 'ends' ? 100 * value : value, 3);
    const shown = what === 'step' ? stepText(result.id, step) : known;
    return [what, number(value, shown, { of: result.id, what, at: step })] as const;
  });
  return phrase(t.language, `mic.book.say.${result.id}`, Object.fromEntries(said));
}

export function useTold(): Told {
  const t = useText();
  const step = useStep();
  const { result } = useBook();
  const id = model.useState((state) => state.experiment);
  const told = { title: t(isPrinted(id) ? 'mic.book.say.title' : `mic.experiment.${id}`), more: null };
  if (!result) return { ...told, sentence: t('mic.book.waiting') };
  return { ...told, sentence: <Speak said={sentenceOf(t, result, step)} /> };
}

const percent = (share: number): number => Math.round(100 * share);

/** Every curve, every layer in words: what is in the picture for those who do not see it. */
function linesOf(t: Words, result: BookResult): readonly string[] {
  const { id, curves, layers = [], trials = [], searches = [], racers = [] } = result;
  const value = (of: number | undefined) => valueText(t, about[id].y, of ?? NaN);
  const ridges = layers.flatMap(({ name, looks }) =>
    looks.map(({ std, saturated, dead }, layer) =>
      t('mic.book.summary.look', {
        ...{ name: seriesName(t, name, id), layer: layer + 1, std: t.number(std, 2) },
        ...{ saturated: percent(saturated), dead: percent(dead) },
      }),
    ),
  );
  const found = searches.flatMap(({ strategy, seed, trials: all }) => {
    const best = bestOf(all, all.length);
    if (!best) return [];
    const { score, point } = best;
    const said = { name: seriesName(t, strategy), seed, score: value(score) };
    return [t('mic.book.summary.search', { ...said, lr: t.number(point.lr, 3), decay: t.number(point.decay, 3) })];
  });
  const raced = racers.map(({ size, noise, updates, seconds }) => {
    if (Number.isNaN(updates))
      return t('mic.book.summary.raceless', { size: t.number(size), noise: t.number(noise, 2) });
    const took = { updates: t.number(Math.round(updates)), time: t.number(1000 * seconds, 2) };
    return t('mic.book.summary.race', { size: t.number(size), noise: t.number(noise, 2), ...took });
  });
  const told = [trials, searches, racers].some(({ length }) => length > 0) ? [] : curves;
  const lines = told.map(({ name, group, y }) =>
    t('mic.book.summary.curve', {
      name: [group, name].flatMap((part) => (part === undefined ? [] : [seriesName(t, part)])).join(' '),
      ...{ from: value(y[0]), to: value(y.at(-1)) },
    }),
  );
  return [...ridges, ...found, ...raced, ...lines];
}

/** The experiment, whose run it is, and each of its ridges; while it plays only what does not change with the step. */
export function summary(t: Words, { results, store, clock, quiz }: Session): string {
  const { state } = store.get();
  const { result, is } = bookShown(state, shownOf(results.record), shownOf(results.book));
  const gap = t('sentence.gap');
  if (!result) return t('mic.book.waiting');
  const subject = [t(`mic.experiment.${result.id}`), t(`mic.book.summary.${is}`)];
  if (clock.playing) return [...subject, t('summary.playing')].join(gap);
  const sentence = sentenceOf(t, result, stepShown(clock.t)).map((part) =>
    typeof part === 'string' ? part : 'value' in part ? part.shown : part.word,
  );
  // Where curves end is not told while a question is open.
  const lines = quiz.getState().veiled ? [] : linesOf(t, result);
  return [...subject, sentence.join(''), ...lines].join(gap);
}

function trialColumns(t: Words, trials: readonly Trial[]) {
  const column = (name: string, title: string, values: (trial: Trial) => number) => ({
    ...{ name, title, values: Float64Array.from(trials, values) },
  });
  return [
    column('lr', t('mic.book.axis.lr'), ({ point }) => point.lr),
    column('decay', t('mic.book.axis.decay'), ({ point }) => point.decay),
    column('score', t('mic.book.axis.accuracy'), ({ score }) => score),
  ];
}

/** Table and file: every curve by reading; of looks every layer, of searches every trial, of a race every batch size. */
export function columnsOf(t: Words, result: BookResult) {
  const { id, curves, layers = [], trials = [], searches = [], racers = [] } = result;
  if (racers.length > 0) {
    return (['size', 'noise', 'updates', 'seconds'] as const).map((name) => ({
      ...{ name, title: t(`mic.column.${name}`), values: Float64Array.from(racers, (racer) => racer[name]) },
    }));
  }
  if (layers.length > 0) {
    return layers.flatMap(({ name, looks }) =>
      (['mean', 'std', 'saturated', 'dead'] as const).map((what) => ({
        ...{ name: `${name}_${what}`, title: `${seriesName(t, name, id)} ${t(`mic.column.${what}`)}` },
        values: Float64Array.from(looks, (look) => look[what]),
      })),
    );
  }
  if (searches.length > 0) {
    return searches.flatMap(({ strategy, seed, trials: all }) =>
      trialColumns(t, all).map(({ name, title, values }) => ({
        ...{ name: `${strategy}_${seed}_${name}`, title: `${seriesName(t, strategy)} ${seed} ${title}`, values },
      })),
    );
  }
  if (trials.length > 0) return trialColumns(t, trials);
  const first = curves[0];
  return [
    ...(first ? [{ name: about[id].x, title: t(`mic.book.axis.${about[id].x}`), values: first.x }] : []),
    ...curves.map(({ name, group, y }) => {
      const names = [group, name].filter((part) => part !== undefined);
      return { name: names.join('_'), title: names.map((part) => seriesName(t, part)).join(' '), values: y };
    }),
  ];
}

export function Table() {
  const t = useText();
  const { result } = useBook();
  return result && <NumberTable caption={t(`mic.experiment.${result.id}`)} columns={columnsOf(t, result)} />;
}

export function useExports(): Exports {
  const t = useText();
  const theme = useTheme();
  const { result } = useBook();
  return useTakeAway(
    result && {
      name: `koubai-${result.id}`,
      title: `Koubai: ${t(`mic.experiment.${result.id}`)}`,
      heading: () => t(`mic.book.way.${result.id}`),
      lines: () =>
        [...new Set(result.curves.map(({ name }) => name))].slice(0, 4).map((name, series) => ({
          text: seriesName(t, name),
          colour: hueOf(theme, series),
        })),
      csv: 'mic.book.csv',
      columns: columnsOf(t, result),
    },
  );
}
