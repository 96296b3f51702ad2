import { digits } from '../../../src/io/digits.ts';
import { stepsOf, type PaneRun } from '../runs/paneRuns.ts';
import { usePanes } from '../model.ts';
import { useRows } from '../../../src/ui/table/useRows.ts';
import { TableVeil } from '../../../src/ui/table/Veil.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { alternativesOf } from '../runs/beside.ts';
import { alternativeInWords } from './alternatives.ts';
import { lengthInWords } from './lengths.ts';
import { titleOf } from './methods.ts';
import { truthInWords } from './truth.ts';
import '../../../src/ui/table/table.css';

/** Every number of the panes' records, all digits. Stands in a native dialog and is mounted while that is open. */
export default function RecordTable() {
  const t = useText();
  const panes = usePanes();
  const runs = panes.flatMap(({ run }) => run ?? []);
  const [first] = runs;
  const { rows, veiled } = useRows(stepsOf(runs) + 1);
  const within = first ? lengthInWords(t, first.pair, first.answer.laid?.limit ?? NaN) : '–';
  const ends = [
    ['truth', (run: PaneRun) => truthInWords(t, run)],
    [
      'verdict',
      (run: PaneRun) =>
        run.answer.judgement && {
          word: t(`reg.verdict.${run.answer.judgement.verdict}`),
          off: alternativesOf(run)
            .map((one, index) => alternativeInWords(t, run, one, index))
            .join(t('reg.say.then')),
        },
    ],
  ] as const;
  const columns = ['error', 'rmse', 'fitness', 'inliers'] as const;
  return (
    <>
      <TableVeil veiled={veiled} />
      <div className="table-room" tabIndex={0} role="region" aria-label={t('header.table')}>
        <table>
          <caption>{t('reg.table.caption', { within })}</caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t('table.step')}
              </th>
              {runs.map((run) => (
                <th key={run.key} scope="colgroup" colSpan={columns.length}>
                  {titleOf(t, run.settings, run.pair)}
                </th>
              ))}
            </tr>
            <tr>
              {runs.flatMap(({ key }) =>
                columns.map((column) => (
                  <th key={`${key} ${column}`} scope="col">
                    {t(`reg.table.${column}`)}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: rows }, (_, row) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {runs.flatMap(({ key, record, answer }) => {
                  const values = {
                    error: answer.errors?.[row],
                    rmse: answer.laid?.rmse[row],
                    fitness: answer.laid?.fitness[row],
                    inliers: record.inliers[row],
                  };
                  return columns.map((column) => (
                    <td key={`${key} ${column}`} data-row={row} data-column={column}>
                      {values[column] === undefined ? '' : digits(values[column])}
                    </td>
                  ));
                })}
              </tr>
            ))}
          </tbody>
          {!veiled && (
            <tfoot>
              {ends.map(([what, told]) => (
                <tr key={what}>
                  <th scope="row">{t(`reg.table.${what}`)}</th>
                  {runs.map((run) => {
                    const end = told(run);
                    return (
                      <td key={run.key} colSpan={columns.length} data-end={what}>
                        {end ? [end.word, end.off].filter((part) => part !== '').join(': ') : '–'}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tfoot>
          )}
        </table>
      </div>
    </>
  );
}
