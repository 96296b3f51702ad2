import { readableCellOf, rowsOf, type Column } from '../../io/columns.ts';
import { useRows } from '../../ui/table/useRows.ts';
import { TableVeil } from '../../ui/table/Veil.tsx';
import { useText } from '../../ui/useText.ts';
import '../../ui/table/table.css';

interface Props {
  readonly caption: string;
  /** What a row is; absent: a step. */
  readonly row?: string;
  readonly columns: readonly (Column & { readonly title: string })[];
}

/** Every number by step, to six digits: the file has all of them. Stands in a native dialog and is mounted while that is open. */
export function NumberTable({ caption, columns, row: of }: Props) {
  const t = useText();
  const { rows, veiled } = useRows(rowsOf(columns));
  return (
    <>
      <TableVeil veiled={veiled} />
      {/* Scrolls, so it takes the focus: the keyboard scrolls it too. */}
      <div className="table-room" tabIndex={0} role="region" aria-label={t('header.table')}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {[of ?? t('table.step'), ...columns.map(({ title }) => title)].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: rows }, (_, row) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {columns.map((column) => (
                  <td key={column.name} data-row={row} data-column={column.name}>
                    {readableCellOf(column, row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
