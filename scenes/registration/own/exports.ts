import type { RegistrationJobs } from '../jobs/client.ts';
import type { Words } from '../../../src/ui/useText.ts';
import type { TextKey } from '../../../src/i18n/index.ts';
import { matrixJson, matrixNpy, matrixText } from '../../../src/io/clouds/matrixFiles.ts';
import { recordsAsCsv, recordsAsJson, type RecordedRun } from '../../../src/io/records.ts';
import { exportedMatrix } from '../runs/exported.ts';
import type { Pair } from '../runs/pair.ts';
import { freshRuns, type PaneRun } from '../runs/runs.ts';
import type { RegistrationSession } from '../runs/session.tsx';
import type { ExportItem } from '../../../src/ui/export/ExportMenu.tsx';

/** What of a run stands in the JSON beside its record. */
function recorded(run: PaneRun): RecordedRun {
  const { spec, record, answer } = run;
  const { judgement, chosen, iterations, converged, fitness, inlierRmse, milliseconds } = answer;
  const targetFromSource = [...exportedMatrix(run)];
  return {
    method: spec.method,
    spec,
    record,
    errors: answer.errors ?? null,
    result: {
      ...{ targetFromSource, iterations, converged, fitness, inlierRmse, milliseconds, chosen },
      ...{ verdict: judgement?.verdict ?? null, reason: judgement?.reason ?? null, values: judgement?.values ?? null },
    },
  };
}

const withoutEnding = (name: string): string => name.replace(/\.[^.]*$/, '');

/** The run of the pane whose settings the panel shows; null while it is awaited. */
function selectedRun({ runs, store }: RegistrationSession): PaneRun | null {
  const pane = runs.getState().panes[store.get().state.selected];
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

/** For the export menu: the records on view, and what the selected run came to. */
export function recordItems(
  session: RegistrationSession,
  t: Words,
  pair: Pair | null,
  align: RegistrationJobs['align'] | null,
): readonly ExportItem[] {
  const ready = <T>(value: T | null): T => {
    if (value === null) throw new Error(t('take.waiting'));
    return value;
  };
  const { store, runs } = session;
  const all = () => ready(freshRuns(runs.getState())).map(recorded);
  const records = (
    label: TextKey,
    ending: string,
    type: string,
    make: (of: readonly RecordedRun[]) => string,
  ): ExportItem => ({
    label,
    fileName: () => `koubai-registration-${store.get().state.data}.${ending}`,
    make: async () => new Blob([make(all())], { type }),
  });
  const run = () => ready(selectedRun(session));
  return [
    records('take.csv', 'csv', 'text/csv', recordsAsCsv),
    records('take.json', 'json', 'application/json', recordsAsJson),
    ...runItems(run),
    ...(pair?.files && align ? [alignedItem(run, align)] : []),
  ];
}
