import { useText } from '../../../src/ui/useText.ts';
import type { Look } from '../model.ts';

/** Below the panes: what the lines over the landscape are, how thickness counts, and who computed it. */
export function Legend({ look }: { readonly look: Look | null }) {
  const t = useText();
  if (!look) return null;
  const { landscape } = look;
  const residuals = landscape.paths.flatMap(({ residual }) => [...residual]).filter(Number.isFinite);
  const { backend, deviation, milliseconds } = landscape;
  return (
    <ul className="net-legend" data-whole={look.run.whole}>
      <li>
        <svg width={26} height={8} aria-hidden="true">
          <line x1={1} x2={25} y1={4} y2={4} strokeWidth={2.4} />
          <circle cx={13} cy={4} r={3} />
        </svg>
        {t('net.legend.shadow')}
      </li>
      <li>
        <svg width={26} height={8} aria-hidden="true">
          <line x1={1} x2={25} y1={4} y2={4} strokeWidth={2} strokeDasharray="4 3" />
        </svg>
        {t('net.legend.truth')}
      </li>
      <li>
        <svg width={40} height={8} aria-hidden="true">
          <line x1={1} x2={12} y1={4} y2={4} strokeWidth={1} />
          <line x1={14} x2={25} y1={4} y2={4} strokeWidth={2.5} />
          <line x1={27} x2={39} y1={4} y2={4} strokeWidth={4} />
        </svg>
        {t('net.legend.residual', { most: t.number(Math.max(...residuals, 0), 3) })}
      </li>
      <li className="net-backend" title={t('net.legend.backend.what')} data-value="backend">
        {t(deviation > 0 ? 'net.legend.backend' : 'net.legend.reference', {
          backend: t(`net.backend.${backend as 'simd'}`),
          deviation: t.number(deviation, 2),
          seconds: t.number(milliseconds / 1000, 2),
        })}
      </li>
    </ul>
  );
}
