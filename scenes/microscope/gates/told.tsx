import { corners } from '../../../src/networks/microscope/gates.ts';
import { useStep } from '../../../src/runs/session.tsx';
import type { Exports } from '../../../src/scene/described.ts';
import { shownOf } from '../../../src/scene/model.ts';
import { NumberTable } from '../../../src/scene/parts/NumberTable.tsx';
import { useTakeAway } from '../../../src/scene/parts/useTakeAway.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import type { Told } from '../../../src/ui/say/told.ts';
import { useText, type Words } from '../../../src/ui/useText.ts';
import { model, type Session } from '../model.ts';
import type { State } from '../state.ts';
import { activationName, cornersInWords, gateName, hueOf, percent, stageName, stageShown } from './read.ts';
import { planeOf } from './run/perceptron.ts';
import type { Fold, GatesRun, XorFold } from './run/types.ts';
import { perceptronOf } from './spec.ts';

/** A perceptron, or the nets on view, as the words speak of them. */
type Subject =
  | { readonly is: 'one'; readonly state: State; readonly fold: Fold; readonly most: number | null }
  | { readonly is: 'layers'; readonly folds: readonly XorFold[] };

function subjectOf(state: State, run: GatesRun | null): Subject | null {
  if (state.neurons === 'one') {
    const most = run?.neurons === 'one' && run.gate === state.gate ? run.most : null;
    return { is: 'one', state, fold: planeOf(state.gate, perceptronOf(state)), most };
  }
  return run?.neurons === 'layers' ? { is: 'layers', folds: run.folds } : null;
}

function useSubject(): Subject | null {
  const state = model.useState((now) => now);
  return subjectOf(state, model.useResult('gates').value);
}

/** What to look at now. */
export function sentenceOf(t: Words, subject: Subject, step: number): string {
  if (subject.is === 'one') {
    const { fold, most } = subject;
    const { gate } = subject.state;
    const said = { gate: gateName(gate), right: fold.right };
    if (fold.right === 4) return t('mic.gates.say.all', said);
    return most === null || most === 4 ? t('mic.gates.say.some', said) : t('mic.gates.say.never', { ...said, most });
  }
  const [first, second] = [subject.folds[0]!, subject.folds.at(-1)!];
  const stage = stageShown(step, second.stages.length);
  const at = stageName(t, second, stage);
  if (stage < second.stages.length - 1) return t('mic.gates.say.way', { stage: at });
  const of = (fold: XorFold) => ({ activation: activationName(fold), right: fold.right, bend: percent(t, fold.bend) });
  if (first === second) return t('mic.gates.say.end', of(second));
  const half = first.answers.every((answer) => answer === null);
  return t(half ? 'mic.gates.say.half' : 'mic.gates.say.twin', {
    ...of(second),
    ...{ flat: activationName(first), other: first.right },
  });
}

export function useTold(): Told {
  const t = useText();
  const step = useStep();
  const subject = useSubject();
  const { older } = model.useResult('gates');
  const one = model.useState((state) => state.neurons === 'one');
  const told = { title: t(one ? 'mic.gates.title.one' : 'mic.gates.title.layers'), more: null };
  if (!subject) return { ...told, sentence: t('mic.gates.waiting') };
  return { ...told, older: !one && older, sentence: sentenceOf(t, subject, step) };
}

/** The corners in words: of the perceptron as it is, of nets as they are in the end. */
export function summary(t: Words, { store, results, clock }: Session): string {
  const subject = subjectOf(store.get().state, shownOf(results.gates).value);
  if (!subject) return t('mic.gates.waiting');
  const gap = t('sentence.gap');
  if (subject.is === 'one') {
    const { gate } = subject.state;
    const name = t('mic.gates.one', { gate: gateName(gate) });
    return [t('mic.gates.summary', { name, right: subject.fold.right }), cornersInWords(t, gate, subject.fold)].join(
      gap,
    );
  }
  const { folds } = subject;
  const stage = stageName(t, folds[0]!, stageShown(clock.t, folds[0]!.stages.length));
  return [
    ...(clock.playing ? [t('summary.playing')] : [t('mic.gates.summary.stage', { stage })]),
    ...folds.flatMap((fold) => [
      t('mic.gates.summary', { name: activationName(fold), right: fold.right }),
      cornersInWords(t, 'xor', fold),
    ]),
  ].join(gap);
}

/** By corner: the inputs, and the sum that each perceptron or net has there. */
function columnsOf(t: Words, subject: Subject) {
  const folds =
    subject.is === 'one'
      ? [{ name: subject.state.gate, title: gateName(subject.state.gate), fold: subject.fold }]
      : subject.folds.map((fold) => ({ name: fold.activation, title: activationName(fold), fold }));
  return [
    ...([0, 1] as const).map((k) => ({
      ...{ name: `x${k + 1}`, title: k === 0 ? 'x₁' : 'x₂' },
      values: Float64Array.from(corners, (corner) => corner[k]),
    })),
    ...folds.map(({ name, title, fold }) => ({
      ...{ name: `${name}_sum`, title: t('mic.gates.column.sum', { name: title }) },
      values: Float64Array.from(fold.sums),
    })),
  ];
}

export function Table() {
  const t = useText();
  const subject = useSubject();
  return (
    subject && (
      <NumberTable caption={t('mic.gates.table')} columns={columnsOf(t, subject)} row={t('mic.gates.column.corner')} />
    )
  );
}

export function useExports(): Exports {
  const t = useText();
  const theme = useTheme();
  const subject = useSubject();
  return useTakeAway(
    subject && {
      name: 'koubai-gates',
      title: `Koubai: ${t('mic.gates.canvas')}`,
      heading: (step) => sentenceOf(t, subject, step),
      lines: () => [
        { text: t('mic.gates.legend.one'), colour: hueOf(theme, true) },
        { text: t('mic.gates.legend.zero'), colour: hueOf(theme, false) },
      ],
      csv: 'mic.gates.csv',
      row: 'corner',
      columns: columnsOf(t, subject),
    },
  );
}
