import { matrixText } from '../../../src/io/clouds/matrixFiles.ts';
import { exportedMatrix, scaleOf } from '../runs/exported.ts';
import type { PaneRun } from '../runs/paneRuns.ts';
import { ManualCopy } from '../../../src/ui/controls/ManualCopy.tsx';
import { useCopy } from '../../../src/ui/controls/useCopy.ts';
import { useText } from '../../../src/ui/useText.ts';
import { formatColumn } from '../../../src/i18n/index.ts';

/** The pose as it is taken away, its direction in words. */
export function MatrixCard({ run }: { readonly run: PaneRun }) {
  const t = useText();
  const { copied, copy, forget } = useCopy();
  const matrix = exportedMatrix(run);
  const scale = scaleOf(matrix);
  const rows = [0, 4, 8].map((at) => [
    ...[0, 1, 2].map((k) => t.fixed(matrix[at + k]!, 5)),
    // Places of surveys have millions of metres: millimetres still show.
    t.fixed(matrix[at + 3]!, 3),
  ]);
  return (
    <div className="own-matrix">
      <h3>{t('own.result.matrix')}</h3>
      <div className="own-matrix-room" tabIndex={0} role="region" aria-label={t('own.result.matrix')}>
        <table>
          <tbody>
            {[...rows, formatColumn(t.language, [0, 0, 0, 1])].map((row, i) => (
              <tr key={i}>
                {row.map((cell, k) => (
                  <td key={k}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="own-note">
        {t(run.pair.files ? 'own.result.matrix.what' : 'own.result.matrix.plain')}
        {Math.abs(scale - 1) > 1e-9 && ` ${t('own.result.matrix.scale', { scale: t.number(scale) })}`}
      </p>
      <p className="own-actions">
        <button type="button" className="button" onClick={() => void copy(matrixText(matrix))}>
          {t('take.matrix.copy')}
        </button>
        <span role="status">{copied.kind === 'yes' && t('own.result.copied')}</span>
      </p>
      {copied.kind === 'refused' && (
        <ManualCopy
          title={t('take.matrix.copy')}
          label={t('own.result.copy.manual')}
          text={copied.text}
          onClose={forget}
        />
      )}
    </div>
  );
}
