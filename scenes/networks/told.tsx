import { useMemo } from 'react';
import { useStep } from '../../src/runs/session.tsx';
import { NumberTable } from '../../src/scene/parts/NumberTable.tsx';
import { useTakeAway } from '../../src/scene/parts/useTakeAway.ts';
import { shownOf } from '../../src/scene/model.ts';
import { stepShown } from '../../src/trace/jump.ts';
import type { CardEvidence } from '../../src/ui/cards/types.ts';
import { Speak } from '../../src/ui/say/Speak.tsx';
import { useTheme } from '../../src/ui/preferences.ts';
import type { Told } from '../../src/ui/say/told.ts';
import { useText, type Words } from '../../src/ui/useText.ts';
import { model, type Look } from './model.ts';
import { colourOf, idsOf, rowAt, shapeInWords, updateAt } from './read.ts';
import type { Run, Track } from './run/types.ts';
import { sentenceOf } from './sentence.ts';
import { nameOf } from './state.ts';

/** What the words of the scene are judged by. */
export interface Evidence extends CardEvidence {
  readonly run: Run | null;
  readonly look: Look | null;
}

export function useEvidence(): Evidence {
  const { value: run } = model.useResult('run');
  const { value: look } = model.useResult('landscape');
  return useMemo(() => ({ state: { steps: run?.parts ?? 0 }, run, look }), [run, look]);
}

/** What to look at now, its numbers from the records. */
export function useTold({ run, look }: Evidence): Told {
  const t = useText();
  const step = useStep();
  const selected = model.useState((state) => state.selected);
  const { older } = model.useResult('run');
  const told = { title: t('net.say.title'), more: null };
  if (!run) return { ...told, sentence: t('net.say.waiting') };
  return { ...told, older, sentence: <Speak said={sentenceOf(t, run, look, selected, step)} /> };
}

function trackInWords(t: Words, run: Run, track: Track, step: number): string {
  const row = rowAt(track, step);
  const values = {
    optimizer: nameOf(track.id),
    train: t.number(track.trainLoss[row]!, 3),
    test: t.number(track.testLoss[row]!, 3),
    accuracy: t.number(100 * track.testAccuracy[row]!, 3),
  };
  return t(run.data.task === 'classes' ? 'net.summary.of' : 'net.summary.values', values);
}

const subject = (t: Words, run: Run) =>
  t('net.summary', { data: t(`net.data.${run.spec.data.id}`), shape: shapeInWords(run) });
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
  const own = look?.run.spec === run.spec ? look.landscape.paths : [];
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
    title: 'what' in column ? `${nameOf(column.of)} ${t(`net.column.${column.what}`)}` : t('net.column.update'),
  }));
  return <NumberTable caption={subject(t, run)} columns={columns} />;
}

export function useExports() {
  const t = useText();
  const theme = useTheme();
  const { value: run, older } = model.useResult('run');
  const { value: look } = model.useResult('landscape');
  return useTakeAway(
    run && !older
      ? {
          name: `koubai-networks-${run.spec.data.id}`,
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
}
