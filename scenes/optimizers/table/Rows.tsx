import { memo } from 'react';
import type { RunView } from '../runs/runViews.ts';
import { useRows } from '../../../src/ui/table/useRows.ts';
import { digits } from '../../../src/io/digits.ts';
import type { TableColumn } from './columns.ts';

interface CellsProps {
  readonly run: RunView;
  readonly columns: readonly TableColumn[];
  readonly row: number;
}

function RunCells({ run: { id, record }, columns, row }: CellsProps) {
  const ended = row >= record.count;
  return columns.map(({ key, values }) => (
    <td key={key} data-run={id} data-row={row} data-column={key}>
      {ended || Number.isNaN(values[row]) ? '' : digits(values[row]!)}
    </td>
  ));
}

interface RowsProps {
  readonly runs: readonly RunView[];
  /** Those of each run. */
  readonly columns: readonly (readonly TableColumn[])[];
}

/**
 * One row a step, all of them: a screen reader, a search in the page and a copy reach every number. A run that ended earlier leaves its cells
 * empty, and so does what there is not yet at a step. While a question is open, those after the step on view are kept back.
 */
export const Rows = memo(function Rows({ runs, columns }: RowsProps) {
  const { rows } = useRows(Math.max(0, ...runs.map(({ record }) => record.count)));
  return (
    <tbody>
      {Array.from({ length: rows }, (_, row) => (
        <tr key={row}>
          <th scope="row">{row}</th>
          {runs.map((run, k) => (
            <RunCells key={run.id} run={run} columns={columns[k]!} row={row} />
          ))}
        </tr>
      ))}
    </tbody>
  );
});
