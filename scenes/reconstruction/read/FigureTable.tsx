import { bestOf, figuresOf, type FigureId } from './figures.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { palettes } from '../../../src/view/palette.ts';
import { paneColour } from '../answer/colours.ts';
import { useSeen } from '../model.ts';
import './figures.css';

const figures = ['chamfer', 'emd', 'fScore'] as const;
const decimals = { chamfer: 2, emd: 3, fScore: 2 } as const;

/** How far network and look-up are from the truth, beside what two samples of the truth itself leave; and in which convention. */
export default function FigureTable() {
  const t = useText();
  const palette = palettes[useTheme()];
  const seen = useSeen();
  const lines = figuresOf(seen);
  const { answer } = seen;
  const hue = (id: FigureId) => {
    const { colour } = id === 'network' || id === 'lookup' ? paneColour(palette, id) : {};
    return colour ? { color: colour } : {};
  };
  return (
    <div className="rec-figures">
      <table>
        <caption className="visually-hidden">{t('rec.table')}</caption>
        <thead>
          <tr>
            <td />
            {figures.map((figure) => (
              <th key={figure} scope="col" title={t(`rec.${figure}.what`)}>
                {t(`rec.${figure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([id, measures]) => (
            <tr key={id} data-line={id} title={t(`rec.line.${id}.what`)}>
              <th scope="row" style={hue(id)}>
                {t(`rec.line.${id}`)}
              </th>
              {figures.map((figure) => (
                <td
                  key={figure}
                  data-figure={figure}
                  data-outcome=""
                  className={bestOf(lines, figure) === id ? 'best' : undefined}
                >
                  {measures
                    ? t.fixed(figure === 'chamfer' ? 1000 * measures[figure] : measures[figure], decimals[figure])
                    : '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="rec-convention">{t('rec.convention')}</p>
      {answer && (
        <details className="rec-badge" data-part="badge">
          <summary>{t('badge.label')}</summary>
          {t(answer.simd ? 'rec.badge.simd' : 'rec.badge.plain', { ms: t.number(answer.milliseconds, 2) })}
        </details>
      )}
    </div>
  );
}
