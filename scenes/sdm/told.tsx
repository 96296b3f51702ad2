import { useMemo } from 'react';
import { useStep } from '../../src/runs/session.tsx';
import { LogChart } from '../../src/scene/parts/LogChart.tsx';
import { NumberTable } from '../../src/scene/parts/NumberTable.tsx';
import { useTakeAway } from '../../src/scene/parts/useTakeAway.ts';
import { isSdmFunctionId } from '../../src/sdm/functions.ts';
import { countsAt, type SdmRun } from '../../src/sdm/reading.ts';
import { stepShown } from '../../src/trace/jump.ts';
import { Speak } from '../../src/ui/say/Speak.tsx';
import { useTheme } from '../../src/ui/preferences.ts';
import type { Told } from '../../src/ui/say/told.ts';
import { useText, type Words } from '../../src/ui/useText.ts';
import type { Evidence } from './cards.ts';
import { model } from './model.ts';
import { sentenceOf } from './sentence.ts';
import { columnsOf, formulaOf, hueOf, problemInWords, whose, type Who } from './read.ts';

/** The run on view, null as `current` where what is asked for cannot be: `dated` says so of a text. */
function useShown() {
  const t = useText();
  const { value: run, problem } = model.useResult('run');
  const current = problem ? null : run;
  return { t, run, problem, current, dated: (text: string) => (problem ? t('sdm.old', { text }) : text) };
}

export function useEvidence(): Evidence {
  const { current: run } = useShown();
  const steps = model.useState((state) => state.maps);
  return useMemo(() => ({ state: { steps }, run }), [steps, run]);
}

/** What to look at now, its numbers from the record. */
export function useTold({ run }: Evidence): Told {
  const { t, problem } = useShown();
  const step = useStep();
  const said = { title: t('sdm.say.title'), more: null };
  if (!run) return { ...said, sentence: problem ? problemInWords(t, problem.error) : t('sdm.say.waiting') };
  return { ...said, sentence: <Speak said={sentenceOf(t, run, step)} /> };
}

function countsInWords(t: Words, run: SdmRun, who: Who, step: number): string {
  const { error, ...counts } = countsAt(run, who, step);
  return t('sdm.summary.of', { ...counts, who: t(`sdm.line.${who}`), error: t.number(error, 3) });
}

const subject = (t: Words, run: SdmRun) => t('sdm.summary', { formula: formulaOf(run), target: run.spec.target });
const heading = (t: Words, run: SdmRun, step: number): string =>
  [subject(t, run), t('sdm.summary.step', { step: Math.min(step, run.spec.maps) })].join(t('sentence.gap'));

/** The scene in words for those who do not see it; while it plays only what does not change with the step. */
export function summary(t: Words, { results, clock }: ReturnType<typeof model.open>): string {
  const { value: run = null, problem = null } = results.run.getState()['state'] ?? {};
  if (problem) return problemInWords(t, problem.error);
  if (!run) return t('sdm.say.waiting');
  if (clock.playing) return [subject(t, run), t('summary.playing')].join(t('sentence.gap'));
  const step = stepShown(clock.t);
  return [heading(t, run, step), ...whose.map((who) => countsInWords(t, run, who, step))].join(t('sentence.gap'));
}

export function Chart() {
  const theme = useTheme();
  const { t, run, dated } = useShown();
  const lines = useMemo(
    () =>
      run &&
      whose.map((who) => ({
        ...{ key: who, run: who, colour: hueOf(theme, who), values: run.record[who].error },
        dash: who === 'train' ? '5 4' : undefined,
      })),
    [run, theme],
  );
  if (!run || !lines) return null;
  const stepText = (step: number) => (step === 0 ? t('chart.start') : t('sdm.map', { map: step }));
  return (
    <LogChart
      {...{ lines, stepText, steps: run.spec.maps, names: whose.map((who) => t(`sdm.line.${who}`)) }}
      {...{ axis: dated(t('sdm.chart.axis')), label: dated(t('sdm.chart')) }}
    />
  );
}

export function Table() {
  const { t, run, dated } = useShown();
  if (!run) return null;
  const caption = t('sdm.table', { formula: formulaOf(run), target: run.spec.target, answer: run.record.answer });
  const columns = columnsOf(run).map((column) => ({ ...column, title: t(`sdm.line.${column.name}`) }));
  return <NumberTable caption={dated(caption)} columns={columns} />;
}

export function useExports() {
  const theme = useTheme();
  const { t, current: run } = useShown();
  return useTakeAway(
    run && {
      name: `koubai-sdm-${isSdmFunctionId(run.spec.h) ? run.spec.h : 'own'}`,
      title: `Koubai: ${t('sdm.title.test')}`,
      heading: (step) => heading(t, run, step),
      lines: (step) => whose.map((who) => ({ text: countsInWords(t, run, who, step), colour: hueOf(theme, who) })),
      csv: 'sdm.csv',
      columns: columnsOf(run),
    },
  );
}
