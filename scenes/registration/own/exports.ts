import { panesAsPng, panesInWords } from '../read/picture.ts';
import { stepShown } from '../../../src/trace/jump.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import type { Exports } from '../../../src/scene/described.ts';
import { useJobs, useRegistrationSession, useSubject } from '../model.ts';
import type { RegistrationJobs } from '../jobs/client.ts';
import type { TextKey } from '../../../src/i18n/index.ts';
import { matrixJson, matrixNpy, matrixText } from '../../../src/io/clouds/matrixFiles.ts';
import { recordsAsCsv, recordsAsJson, type RecordedRun } from '../../../src/io/records.ts';
import { exportedMatrix } from '../runs/exported.ts';
import { freshRuns, type PaneRun } from '../runs/paneRuns.ts';
import { type RegistrationSession, panesNow } from '../runs/session.ts';
import type { ExportItem } from '../../../src/ui/export/types.ts';

/** What of a run stands in the JSON beside its record. */
function recorded(run: PaneRun): RecordedRun {
  const { spec, record, answer, pair } = run;
  const { judgement, weighed, leftOut, chosen, iterations, converged, fitness, inlierRmse, milliseconds } = answer;
  const targetFromSource = [...exportedMatrix(run)];
  return {
    method: spec.method,
    spec,
    record,
    errors: answer.errors ?? null,
    result: {
      ...{ targetFromSource, iterations, converged, fitness, inlierRmse, milliseconds, chosen, weighed, leftOut },
      ...{ verdict: judgement?.verdict ?? null, reason: judgement?.reason ?? null, values: judgement?.values ?? null },
      alternatives: (judgement?.alternatives ?? []).map((one) => ({
        ...one,
        targetFromSource: [...exportedMatrix({ pair, answer: { ...answer, targetFromSource: one.targetFromSource } })],
      })),
    },
  };
}

const withoutEnding = (name: string): string => name.replace(/\.[^.]*$/, '');

/** The run of the pane whose settings the panel shows; null while it is awaited. */
function selectedRun(session: RegistrationSession): PaneRun | null {
  const pane = panesNow(session)[session.store.get().state.selected];
  return pane && !pane.waiting ? pane.run : null;
}

/** Files of one run: its pose, and its source moved by it. */
export function runItems(run: () => PaneRun): readonly ExportItem[] {
  const nameOf = () => {
    const { pair, spec } = run();
    return pair.files ? withoutEnding(pair.files.source.file.name) : `koubai-${spec.method}`;
  };
  const matrix = (label: TextKey, ending: string, make: (of: PaneRun) => BlobPart): ExportItem => ({
    label,
    fileName: () => `${nameOf()}-target-from-source.${ending}`,
    make: async () => new Blob([make(run())]),
  });
  return [
    matrix('take.matrix.text', 'txt', (of) => matrixText(exportedMatrix(of))),
    matrix('take.matrix.json', 'json', (of) => matrixJson(exportedMatrix(of))),
    matrix('take.matrix.npy', 'npy', (of) => matrixNpy(exportedMatrix(of)) as Uint8Array<ArrayBuffer>),
  ];
}

/** The whole source file, moved; only where there is a file. */
export function alignedItem(run: () => PaneRun, align: RegistrationJobs['align']): ExportItem {
  return {
    label: 'take.ply',
    fileName: () => `${withoutEnding(run().pair.files?.source.file.name ?? 'source')}-aligned.ply`,
    make: async () => {
      const { pair, answer } = run();
      if (!pair.files) throw new Error('this source is no file');
      return new Blob([await align(pair.files.source.file, exportedMatrix({ pair, answer }))]);
    },
  };
}

/** For the export menu: picture, records, and what the selected run came to. */
export function useExports(): Exports {
  const t = useText();
  const theme = useTheme();
  const session = useRegistrationSession();
  const files = useSubject(({ pair }) => pair?.files ?? null);
  const align = useJobs()?.align;
  const { store, clock } = session;
  const ready = <T>(value: T | null): T => {
    if (value === null) throw new Error(t('take.waiting'));
    return value;
  };
  const name = () => `koubai-registration-${store.get().state.data}`;
  const records = (
    label: TextKey,
    ending: string,
    type: string,
    make: (of: readonly RecordedRun[]) => string,
  ): ExportItem => ({
    label,
    fileName: () => `${name()}.${ending}`,
    make: async () => new Blob([make(ready(freshRuns(panesNow(session))).map(recorded))], { type }),
  });
  const run = () => ready(selectedRun(session));
  return {
    items: [
      {
        label: 'export.png',
        fileName: () => `${name()}-step${stepShown(clock.t)}.png`,
        make: () => panesAsPng(session, t, theme),
      },
      records('take.csv', 'csv', 'text/csv', recordsAsCsv),
      records('take.json', 'json', 'application/json', recordsAsJson),
      ...runItems(run),
      ...(files && align ? [alignedItem(run, align)] : []),
    ],
    title: () => `Koubai: ${t(`reg.data.${store.get().state.data}`)}`,
    clip: async () => ({ name, ...panesInWords(session, t, theme) }),
  };
}
