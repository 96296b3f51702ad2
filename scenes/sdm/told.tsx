import { useMemo } from 'react';
import { useStep } from '../../src/runs/session.tsx';
import { LogChart } from '../../src/scene/parts/LogChart.tsx';
import { NumberTable } from '../../src/scene/parts/NumberTable.tsx';
import type { Exports } from '../../src/scene/described.ts';
import { columnsAsCsv } from '../../src/io/columns.ts';
import { linkOf } from '../../src/runs/history.ts';
import { stepShown } from '../../src/trace/jump.ts';
import { viewPng } from '../../src/ui/export/viewPng.ts';
import { Phrase } from '../../src/ui/Phrase.tsx';
import { useTheme } from '../../src/ui/preferences.ts';
import type { Told } from '../../src/ui/say/told.ts';
import { useText, type Words } from '../../src/ui/useText.ts';
import type { Evidence } from './cards.ts';
import { model } from './model.ts';
import { columnsOf, countsAt, formulaOf, hueOf, problemInWords, type Who } from './read.ts';

type Session = ReturnType<typeof model.open>;
const whose: readonly Who[] = ['test', 'train', 'newton'];

export function useEvidence(): Evidence {
  const { value, problem } = model.useResult('run');
  const steps = model.useState((state) => state.maps);
  return useMemo(() => ({ state: { steps }, run: problem ? null : value }), [steps, value, problem]);
}

/** What to look at now, its numbers from the record. */
export function useTold({ run }: Evidence): Told {
  const t = useText();
  const step = useStep();
  const { problem } = model.useResult('run');
  const title = t('sdm.say.title');
  if (!run) return { title, sentence: problem ? problemInWords(t, problem.error) : t('sdm.say.waiting'), more: null };
  const [learned, newton] = [countsAt(run, 'test', step), countsAt(run, 'newton', step)];
  const shown = {
    map: Math.min(step, run.spec.maps),
    ...{ starts: learned.starts, outside: newton.outside, arrived: learned.arrived, newton: newton.arrived },
    error: t.number(learned.error, 3),
    answer: t.number(run.record.answer),
  };
  const values = Object.fromEntries(
    Object.entries(shown).map(([name, value]) => [name, <strong className="live">{value}</strong>]),
  );
  const text = step === 0 ? 'sdm.say.start' : newton.outside > 0 ? 'sdm.say.gone' : 'sdm.say';
  return {
    title,
    sentence: <Phrase of={text} values={{ ...values, formula: formulaOf(run), target: run.spec.target }} />,
    more: null,
  };
}

/** The scene in words for those who do not see it. */
export function summary(t: Words, { results, clock }: Session): string {
  const { value: run, problem } = results.run.getState()['state'] ?? {};
  if (problem) return problemInWords(t, problem.error);
  if (!run) return t('sdm.say.waiting');
  const step = stepShown(clock.t);
  const told = (['test', 'newton'] as const).map((who) => {
    const { error, arrived, outside, starts } = countsAt(run, who, step);
    return t('sdm.summary.pane', { who: t(`sdm.title.${who}`), error: t.number(error, 3), arrived, outside, starts });
  });
  const { target, maps } = run.spec;
  return [t('sdm.summary', { formula: formulaOf(run), target, step, maps }), ...told].join(t('sentence.gap'));
}

export function Chart() {
  const t = useText();
  const theme = useTheme();
  const { value: run } = model.useResult('run');
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
  return (
    <LogChart
      lines={lines}
      names={whose.map((who) => t(`sdm.line.${who}`))}
      steps={run.spec.maps}
      axis={t('sdm.chart.axis')}
      label={t('sdm.chart')}
      stepText={(step) => (step === 0 ? t('chart.start') : t('sdm.map', { map: step }))}
    />
  );
}

export function Table() {
  const t = useText();
  const { value: run } = model.useResult('run');
  if (!run) return null;
  const caption = t('sdm.table', { formula: formulaOf(run), target: run.spec.target, answer: run.record.answer });
  const columns = columnsOf(run).map((column) => ({
    ...column,
    title: t(`sdm.column.${column.name}` as 'sdm.column.slope'),
  }));
  return <NumberTable caption={caption} columns={columns} />;
}

export function useExports(): Exports {
  const t = useText();
  const theme = useTheme();
  const session = model.useSession();
  const { value: run } = model.useResult('run');
  const name = () => `koubai-sdm-${session.store.get().state.h}`;
  const title = () => `Koubai: ${t('sdm.title.test')}`;
  if (!run) return { items: [], title };
  const step = () => stepShown(session.clock.t);
  const heading = () =>
    t('sdm.summary', { formula: formulaOf(run), target: run.spec.target, step: step(), maps: run.spec.maps });
  const lineOf = (who: Who) => {
    const { error, arrived, starts } = countsAt(run, who, step());
    const text = `${t(`sdm.line.${who}`)} · ${t('sdm.rms')} ${t.number(error, 3)} · ${t('sdm.arrived')} ${arrived} / ${starts}`;
    return { text, colour: hueOf(theme, who) };
  };
  return {
    title,
    items: [
      {
        label: 'export.png',
        fileName: () => `${name()}-step${step()}.png`,
        make: () =>
          viewPng({
            ...{ draw: session.pictures.getState().draw, title: title(), heading: heading() },
            ...{ lines: whose.map(lineOf), link: linkOf(session) },
          }),
      },
      {
        label: 'sdm.export.csv',
        fileName: () => `${name()}.csv`,
        make: () => Promise.resolve(new Blob([columnsAsCsv(columnsOf(run))], { type: 'text/csv' })),
      },
    ],
  };
}
