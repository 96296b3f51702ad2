import { useStore } from 'zustand';
import type { Exports } from '../../../src/scene/described.ts';
import { shownOf } from '../../../src/scene/model.ts';
import { NumberTable } from '../../../src/scene/parts/NumberTable.tsx';
import { useTakeAway } from '../../../src/scene/parts/useTakeAway.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import { number, phrase, type Said } from '../../../src/ui/say/said.ts';
import { Speak } from '../../../src/ui/say/Speak.tsx';
import type { Told } from '../../../src/ui/say/told.ts';
import { useText, type Words } from '../../../src/ui/useText.ts';
import { palettes } from '../../../src/view/palette.ts';
import { model, type Session } from '../model.ts';
import { nameOfNet } from './own.ts';
import { headingOf, nameOf, percent, second, splitOf } from './read.ts';
import { belonging } from './result.ts';
import { CLASSES, THINNED, type DigitLook } from './run/types.ts';

/** What to look at now: the answer and how sure it is; under a nudge, what it was without. `spoke`: what the colours say, too. */
export function sentenceOf(t: Words, look: DigitLook, spoke: boolean): Said {
  const about = number(look.about, String(look.about), { what: 'about' });
  const colours = spoke ? [t('sentence.gap'), ...phrase(t.language, 'mic.digit.say.colours', { about })] : [];
  return [...readingOf(t, look), ...colours];
}

function readingOf(t: Words, look: DigitLook): Said {
  const { answer, unmoved, probabilities, spec, label } = look;
  const said = (what: string, value: number, shown: string) => number(value, shown, { what });
  const p = probabilities[answer]!;
  const values = {
    name: nameOf(t, look),
    answer: said('answer', answer, String(answer)),
    share: said('probability', 100 * p, percent(t, p)),
    epsilon: said('epsilon', spec.epsilon, t.number(spec.epsilon, 2)),
    unmoved: said('unmoved', unmoved, String(unmoved)),
    other: said('second', second(look), String(second(look))),
  };
  if (spec.epsilon > 0)
    return phrase(t.language, answer === unmoved ? 'mic.digit.say.holds' : 'mic.digit.say.fooled', values);
  return phrase(t.language, label !== null && label !== answer ? 'mic.digit.say.wrong' : 'mic.digit.say', values);
}

export function useTold(): Told {
  const t = useText();
  const { value: look } = model.useResult('digit');
  const spoke = model.useState((state) => state.spoke);
  const told = { title: t('mic.digit.say.title'), more: null };
  return { ...told, sentence: look ? <Speak said={sentenceOf(t, look, spoke)} /> : t('mic.digit.waiting') };
}

/** "0: 1.2 %, 1: …", the likeliest first. */
const outputsInWords = (t: Words, { probabilities }: DigitLook): string =>
  t('mic.digit.summary.outputs', {
    list: t.list(
      Array.from(probabilities, (p, digit) => ({ p, digit }))
        .sort((a, b) => b.p - a.p)
        .slice(0, 3)
        .map(({ p, digit }) => `${digit}: ${percent(t, p)}`),
    ),
  });

/** What a sheet says to those who do not see it: how many of its neurons are lit, and how many of them spoke for the answer. */
function sheetInWords(t: Words, { sheets, about }: DigitLook, layer: number): string {
  const { values, spoke } = sheets[layer]!;
  const lit = values.filter((value) => value > 0).length;
  const own = spoke!.filter((value) => value > 0).length;
  const says = { lit, count: values.length, own, about };
  return layer === 0 ? t('mic.digit.summary.picture', says) : t('mic.digit.summary.layer', { ...says, layer });
}

export function summary(t: Words, { results, own }: Session): string {
  const { value: look } = shownOf(results.digit);
  const { value: net } = shownOf(results.digitNet);
  if (!look) return t('mic.digit.waiting');
  const more = belonging(look, shownOf(results.digitMore).value);
  const { thinned, answer } = look;
  return [
    headingOf(t, look, nameOfNet(own.digitNet.getState(), look.spec.net)),
    outputsInWords(t, look),
    ...look.sheets.slice(0, -1).map((_, layer) => sheetInWords(t, look, layer)),
    ...(more ? [t('mic.digit.summary.nearest', { list: t.list(more.nearest.map(({ label }) => String(label))) })] : []),
    ...(thinned
      ? [t('mic.digit.summary.thinned', { count: THINNED, answer, share: percent(t, thinned.mean[answer]!) })]
      : []),
    ...(net ? [splitOf(t, net)] : []),
  ].join(t('sentence.gap'));
}

/** Every output: the network's, and of the thinned ones the mean, the least and the most. */
function columnsOf(t: Words, { probabilities, thinned }: DigitLook) {
  const column = (name: 'probability' | 'mean' | 'least' | 'most', values: ArrayLike<number>) => ({
    ...{ name, title: t(`mic.digit.column.${name}`), values: Float64Array.from(values) },
  });
  const each = (digit: number) => Array.from({ length: THINNED }, (_, i) => thinned!.each[i * CLASSES + digit]!);
  const digits = Array.from({ length: CLASSES }, (_, digit) => digit);
  return [
    { name: 'digit', title: t('mic.digit.column.digit'), values: Float64Array.from(digits) },
    column('probability', probabilities),
    ...(thinned
      ? [
          column('mean', thinned.mean),
          column(
            'least',
            digits.map((digit) => Math.min(...each(digit))),
          ),
          column(
            'most',
            digits.map((digit) => Math.max(...each(digit))),
          ),
        ]
      : []),
  ];
}

export function Table() {
  const t = useText();
  const { value: look } = model.useResult('digit');
  return look && <NumberTable caption={nameOf(t, look)} columns={columnsOf(t, look)} />;
}

export function useExports(): Exports {
  const t = useText();
  const theme = useTheme();
  const { value: look, older } = model.useResult('digit');
  const own = useStore(model.useSession().own.digitNet);
  return useTakeAway(
    look && !older
      ? {
          name: 'koubai-digit',
          title: `Koubai: ${t('mic.digit.say.title')}`,
          heading: () => headingOf(t, look, nameOfNet(own, look.spec.net)),
          lines: () => [{ text: outputsInWords(t, look), colour: palettes[theme].ink }],
          csv: 'mic.digit.csv',
          columns: columnsOf(t, look),
        }
      : null,
  );
}
