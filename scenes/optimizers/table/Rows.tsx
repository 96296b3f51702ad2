import { memo } from 'react';
import type { RunView } from '../runs/runViews.ts';
import { digits } from '../../../src/io/digits.ts';

function RunCells({ run: { id, record }, row }: { readonly run: RunView; readonly row: number }) {
  const ended = row >= record.count;
  const values = { x: record.x[2 * row], y: record.x[2 * row + 1], f: record.f[row] } as Readonly<
    Record<string, number>
  >;
  return Object.entries(values).map(([column, value]) => (
    <td key={column} data-run={id} data-row={row} data-column={column}>
      {ended ? '' : digits(value)}
    </td>
  ));
}

/** One row a step, all of them: a screen reader, a search in the page and a copy reach every number. A run that ended earlier leaves its cells empty. */
export const Rows = memo(function Rows({ runs }: { readonly runs: readonly RunView[] }) {
  const count = Math.max(0, ...runs.map(({ record }) => record.count));
  return (
    <tbody>
      {Array.from({ length: count }, (_, row) => (
        <tr key={row}>
          <th scope="row">{row}</th>
          {runs.map((run) => (
            <RunCells key={run.id} run={run} row={row} />
          ))}
        </tr>
      ))}
    </tbody>
  );
});
