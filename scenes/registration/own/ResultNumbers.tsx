import type { PaneRun } from '../runs/paneRuns.ts';
import { useText, type Words } from '../../../src/ui/useText.ts';
import { lengthInWords, percent } from '../read/lengths.ts';

interface Row {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly what: string;
}

function rowsOf(t: Words, { pair, answer }: PaneRun): readonly Row[] {
  const { fitness, inlierRmse, chosen, iterations, milliseconds } = answer;
  const length = (value: number) => lengthInWords(t, pair, value);
  return [
    {
      id: 'fitness',
      label: t('own.result.fitness'),
      value: percent(t, fitness),
      what:
        chosen.maxDistance === null
          ? t('own.result.fitness.all')
          : t('own.result.fitness.what', { limit: length(chosen.maxDistance) }),
    },
    {
      id: 'rmse',
      label: t('own.result.rmse'),
      value: length(inlierRmse),
      what: t('own.result.rmse.what'),
    },
    {
      id: 'voxel',
      label: t('own.result.voxel'),
      value: chosen.voxel === null ? t('own.result.voxel.none') : length(chosen.voxel),
      what: chosen.voxel === null ? '' : t('own.result.voxel.what'),
    },
    {
      id: 'distance',
      label: t('own.result.distance'),
      value: chosen.maxDistance === null ? t('own.result.distance.none') : length(chosen.maxDistance),
      what: chosen.maxDistance === null ? '' : t('own.result.distance.what'),
    },
    {
      id: 'iterations',
      label: t('own.result.iterations'),
      value: t('own.result.iterations.value', {
        iterations: t.number(iterations),
        milliseconds: t.number(milliseconds, 3),
      }),
      what: '',
    },
  ];
}

/** What a registration came to, each number with what it means. */
export function ResultNumbers({ run }: { readonly run: PaneRun }) {
  const t = useText();
  return (
    <dl className="own-numbers">
      {rowsOf(t, run).map(({ id, label, value, what }) => (
        <div key={id} data-result={id}>
          <dt>{label}</dt>
          <dd>
            <strong>{value}</strong>
            {what !== '' && <span className="own-note">{what}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
