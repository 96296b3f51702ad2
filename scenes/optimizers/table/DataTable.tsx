import { useMemo } from 'react';
import { lab } from '../model.ts';
import { useRuns } from '../runs/useRuns.ts';
import type { RunView } from '../runs/runViews.ts';
import { HeadShape } from '../HeadShape.tsx';
import { useVeiled } from '../../../src/runs/session.tsx';
import { TableVeil } from '../../../src/ui/table/Veil.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { CopyCsv } from './CopyCsv.tsx';
import { digits } from '../../../src/io/digits.ts';
import { Rows } from './Rows.tsx';
import { columnsOf } from './columns.ts';
import { surfaceName } from '../../../src/surfaces/name.ts';
import '../words/later.ts';
import '../../../src/ui/table/table.css';

/** A rule's or surface's parameters at full precision, `lr = 0.95, momentum = 0.9`. */
function paramsInWords(params: Readonly<Record<string, number>>): string {
  return Object.entries(params)
    .map(([name, value]) => `${name} = ${digits(value)}`)
    .join(', ');
}

function RunHead({ run, columns }: { readonly run: RunView; readonly columns: number }) {
  const t = useText();
  return (
    <th scope="colgroup" colSpan={columns} data-run={run.id}>
      <HeadShape ink={run.ink} />{' '}
      {t('table.run', { optimizer: run.name, semantics: t(`semantics.${run.spec.semantics}`) })}
      <small>{paramsInWords(run.spec.params)}</small>
    </th>
  );
}

/**
 * Every number of the runs on view, from the very records that the view plays, all digits. Stands in a native dialog and is
 * mounted while that is open.
 */
export function DataTable() {
  const t = useText();
  const runs = useRuns();
  const veiled = useVeiled();
  const { surface, start, steps, quantity } = lab.useState((state) => state);
  const columns = useMemo(() => runs.map((run) => columnsOf(run, quantity)), [runs, quantity]);
  const params = paramsInWords(surface.params);
  return (
    <>
      {veiled ? <TableVeil veiled /> : <CopyCsv runs={runs} />}
      {/* Scrolls, so it takes the focus: the keyboard scrolls it too. */}
      <div className="table-room" tabIndex={0} role="region" aria-label={t('header.table')}>
        <table>
          <caption>
            {t('table.caption', {
              surface: surfaceName(t.language, surface),
              formula: surface.formula,
              x: digits(start[0]),
              y: digits(start[1]),
              steps,
            })}
            {params !== '' && ` ${params}`}
          </caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t('table.update')}
              </th>
              {runs.map((run, k) => (
                <RunHead key={run.id} run={run} columns={columns[k]!.length} />
              ))}
            </tr>
            <tr>
              {runs.flatMap(({ id }, k) =>
                columns[k]!.map(({ key, symbol }) => (
                  <th key={`${id} ${key}`} scope="col">
                    <i>{symbol}</i>
                  </th>
                )),
              )}
            </tr>
          </thead>
          <Rows runs={runs} columns={columns} />
        </table>
      </div>
    </>
  );
}
