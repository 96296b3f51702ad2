import { digits } from '../../../src/io/digits.ts';
import { useVeiled } from '../../../src/runs/session.tsx';
import { TableVeil } from '../../../src/ui/table/Veil.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { figuresOf } from './figures.ts';
import '../../../src/ui/table/table.css';
import { useSeen } from '../model.ts';

/** The figures with all their digits, and the answer's points. Stands in a native dialog and is mounted while that is open. */
export default function ResultTable() {
  const t = useText();
  const seen = useSeen();
  const veiled = useVeiled();
  const points = seen.answer?.points ?? new Float64Array(0);
  const distances = seen.compared.network?.distanceToB ?? null;
  // Figures and points are the answer itself.
  if (veiled) return <TableVeil veiled />;
  return (
    <div className="table-room" tabIndex={0} role="region" aria-label={t('header.table')}>
      <table>
        <caption>{t('rec.table')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('rec.table.chamfer')}</th>
            <th scope="col">{t('rec.emd')}</th>
            <th scope="col">{t('rec.fScore')}</th>
          </tr>
        </thead>
        <tbody>
          {figuresOf(seen).map(([id, measures]) => (
            <tr key={id}>
              <th scope="row">{t(`rec.line.${id}`)}</th>
              <td>{measures ? digits(measures.chamfer) : ''}</td>
              <td>{measures ? digits(measures.emd) : ''}</td>
              <td>{measures ? digits(measures.fScore) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>{t('rec.table.points')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('rec.table.point')}</th>
            <th scope="col">x</th>
            <th scope="col">y</th>
            <th scope="col">z</th>
            {distances && <th scope="col">{t('rec.table.distance')}</th>}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: points.length / 3 }, (_, i) => (
            <tr key={i}>
              <th scope="row">{i + 1}</th>
              {[0, 1, 2].map((k) => (
                <td key={k}>{digits(points[3 * i + k]!)}</td>
              ))}
              {distances && <td>{digits(distances[i]!)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
