import { useMemo } from 'react';
import { useStep } from '../../src/runs/session.tsx';
import type { Exports } from '../../src/scene/described.ts';
import { NumberTable } from '../../src/scene/parts/NumberTable.tsx';
import { useTakeAway } from '../../src/scene/parts/useTakeAway.ts';
import { useJobsOf } from '../../src/scene/computing.tsx';
import { shownOf } from '../../src/scene/model.ts';
import { stepShown } from '../../src/trace/jump.ts';
import type { Evidence } from './cards/types.ts';
import { Speak } from '../../src/ui/say/Speak.tsx';
import { useTheme } from '../../src/ui/preferences.ts';
import type { Told } from '../../src/ui/say/told.ts';
import { useText, type Words } from '../../src/ui/useText.ts';
import { useMapExports } from './heat/exports.ts';
import { MapSaid } from './heat/MapSaid.tsx';
import { model, type Look } from './model.ts';
import { colourOf, dataName, idsOf, rowAt, trackOf, shapeInWords, updateAt } from './read.ts';
import type { Run, Track } from './run/types.ts';
import { sentenceOf } from './sentence.ts';

export function useEvidence(): Evidence {
  const results = [
    model.useResult('run'),
    model.useResult('landscape'),
    model.useResult('other'),
    model.useResult('sharpness'),
    model.useResult('study'),
  ] as const;
  const [{ value: run }, { value: look }, { value: other }, { value: bent }, { value: studied }] = results;
  const waiting = results.some((result) => result.waiting);
  return useMemo(
    () => ({
      state: { steps: run?.parts ?? 0 },
      ...(run && { updates: run.at }),
      run,
      look,
      other,
      bent,
      studied,
      waiting,
    }),
    [run, look, other, bent, studied, waiting],
  );
}

/** What to look at now, its numbers from the records. */
export function useTold({ run, look }: Evidence): Told {
  const t = useText();
  const step = useStep();
  const selected = model.useState((state) => state.selected);
  const { older } = model.useResult('run');
  const isMap = model.useState((state) => state.view === 'heat');
  const told = { title: t('net.say.title'), more: null };
  if (isMap && run?.spec) return { title: t('net.heat'), more: null, sentence: <MapSaid /> };
  if (!run) return { ...told, sentence: t('net.say.waiting') };
  return { ...told, older, sentence: <Speak said={sentenceOf(t, run, look, selected, step)} /> };
}

function trackInWords(t: Words, run: Run, track: Track, step: number): string {
  const row = rowAt(track, step);
  const values = {
    optimizer: track.name,
    train: t.number(track.trainLoss[row]!, 3),
    test: t.number(track.testLoss[row]!, 3),
    accuracy: t.number(100 * track.testAccuracy[row]!, 3),
  };
  return t(run.data.task === 'classes' ? 'net.summary.of' : 'net.summary.values', values);
}

const subject = (t: Words, run: Run) => t('net.summary', { data: dataName(t, run), shape: shapeInWords(run) });
const heading = (t: Words, run: Run, step: number) =>
  [subject(t, run), t('net.summary.update', { update: updateAt(run, step) })].join(t('sentence.gap'));

/** The scene in words for those who do not see it; while it plays only what does not change with the step. */
export function summary(t: Words, { results, clock }: ReturnType<typeof model.open>): string {
  const { value: run } = shownOf(results.run);
  if (!run) return t('net.say.waiting');
  if (clock.playing) return [subject(t, run), t('summary.playing')].join(t('sentence.gap'));
  const step = stepShown(clock.t);
  return [heading(t, run, step), ...run.tracks.map((track) => trackInWords(t, run, track, step))].join(
    t('sentence.gap'),
  );
}

const numbers = ['trainLoss', 'testLoss', 'trainAccuracy', 'testAccuracy'] as const;

/** Table and file: every number of every optimizer by record, and where it is in the plane. */
function columnsOf(run: Run, look: Look | null) {
  const updates = Float64Array.from({ length: run.parts + 1 }, (_, row) => updateAt(run, row));
  const own = look?.run === run ? look.landscape.paths : [];
  return [
    { name: 'update', of: null, values: updates },
    ...run.tracks.flatMap((track, place) => [
      ...numbers.map((name) => ({ name: `${track.id}_${name}`, of: track.id, what: name, values: track[name] })),
      ...(['alpha', 'beta', 'residual'] as const).flatMap((name) => {
        const path = own[place];
        return path ? [{ name: `${track.id}_${name}`, of: track.id, what: name, values: path[name] }] : [];
      }),
    ]),
  ];
}

export function Table() {
  const t = useText();
  const { value: run } = model.useResult('run');
  const { value: look } = model.useResult('landscape');
  if (!run) return null;
  const columns = columnsOf(run, look).map((column) => ({
    ...column,
    title:
      'what' in column ? `${trackOf(run, column.of).name} ${t(`net.column.${column.what}`)}` : t('net.column.update'),
  }));
  return <NumberTable caption={subject(t, run)} columns={columns} />;
}

/** Of the runs, and of the map of trainings where that is on view. */
export function useExports(): Exports {
  return useMapExports(useRunExports());
}

function useRunExports(): Exports {
  const t = useText();
  const theme = useTheme();
  const { value: run, older } = model.useResult('run');
  const { value: look } = model.useResult('landscape');
  const selected = model.useState((state) => state.selected);
  const jobs = useJobsOf(model);
  const usual = useTakeAway(
    run && !older
      ? {
          name: `koubai-networks-${run.spec?.data.id ?? 'run'}`,
          title: `Koubai: ${t('net.tagline')}`,
          heading: (step) => heading(t, run, step),
          lines: (step) =>
            run.tracks.map((track) => ({
              text: trackInWords(t, run, track, step),
              colour: colourOf(theme, idsOf(run), track.id),
            })),
          csv: 'net.csv',
          columns: columnsOf(run, look),
        }
      : null,
  );
  if (!jobs || !run?.spec || older || !run.whole) return usual;
  const { id } = trackOf(run, selected);
  if (id === 'muon') return usual;
  const script = {
    label: 'net.export.torch' as const,
    fileName: () => `koubai-${id}.py`,
    make: () => jobs.script(run, idsOf(run).indexOf(id)),
  };
  return { ...usual, items: [...usual.items, script] };
}
