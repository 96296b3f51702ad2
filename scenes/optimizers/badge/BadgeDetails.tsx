import type { BackendReport, Choice, DeviceReport } from '../../../src/gpu/types.ts';
import { useText } from '../../../src/ui/useText.ts';
import { backendName, type SwarmReport } from './names.ts';
import '../words/later.ts';

const overrides = ['webgl2', 'webasm', 'float64'] as const;

/** Which backend runs what and why, its deviation from float64, what went wrong, and links that choose another. */
export function BadgeDetails({ report, swarm }: { report: DeviceReport; swarm: SwarmReport | null }) {
  const t = useText();
  const { chosen, override } = report;
  return (
    <>
      <h3>{t('badge.details')}</h3>
      <dl>
        <dt>{t('badge.path')}</dt>
        <dd>{t('badge.path.value')}</dd>
        <Chosen name={t('badge.kind.surface')} choice={chosen.surface} />
        <Chosen name={t('badge.kind.swarm')} choice={chosen.swarm} />
        {swarm?.particle0Distance != null && (
          <>
            <dt>{t('badge.particle0')}</dt>
            <dd>{t.number(swarm.particle0Distance, 2)}</dd>
          </>
        )}
        <dt>{t('badge.kernels')}</dt>
        <dd>{report.kernelsBuilt}</dd>
      </dl>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('badge.backend')}</th>
            <th scope="col">{t('badge.state')}</th>
            <th scope="col">{t('badge.deviation')}</th>
          </tr>
        </thead>
        <tbody>
          {report.backends.map((backend) => (
            <Backend key={backend.id} backend={backend} />
          ))}
        </tbody>
      </table>
      {override && !override.honoured && (
        <p>
          {t('badge.override.refused', { asked: override.asked })} <code lang="en">{override.reason}</code>
        </p>
      )}
      {report.incidents.length > 0 && (
        <>
          <h4>{t('badge.incidents')}</h4>
          <ul lang="en">
            {report.incidents.map((incident, index) => (
              <li key={index} lang="en">
                {incident}
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>{t('badge.override')}</h4>
      <p>{t('badge.override.note')}</p>
      <p className="actions">
        {[null, ...overrides].map((id) => (
          <button
            key={id ?? 'auto'}
            type="button"
            className="button"
            aria-pressed={(override?.asked ?? null) === id}
            onClick={() => location.assign(`${location.pathname}${id ? `?gpu=${id}` : ''}${location.hash}`)}
          >
            {id === null ? t('badge.override.auto') : backendName(t, id)}
          </button>
        ))}
      </p>
    </>
  );
}

function Chosen({ name, choice }: { name: string; choice: Choice | null }) {
  const t = useText();
  if (!choice) return null;
  const took = t('badge.took', { ms: t.number(choice.milliseconds, 2) });
  const others = choice.candidates.filter(({ backend }) => backend !== choice.backend);
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {backendName(t, choice.backend)} · {took}
        <small>
          {t(`badge.why.${choice.why}`)}
          {others.map(({ backend, milliseconds }) => (
            <span key={backend}>
              {' '}
              {backendName(t, backend)}: {t('badge.took', { ms: t.number(milliseconds, 2) })}
            </span>
          ))}
        </small>
      </dd>
    </>
  );
}

function Backend({ backend }: { backend: BackendReport }) {
  const t = useText();
  const deviations = Object.entries(backend.deviation);
  return (
    <tr>
      <th scope="row">{backend.id}</th>
      <td>
        {t(backend.available ? 'badge.ok' : 'badge.unavailable')}
        {backend.reason && <small lang="en">{backend.reason}</small>}
      </td>
      <td>
        {deviations.length === 0
          ? '—'
          : deviations.map(([name, value]) => (
              <div key={name}>
                {t(`badge.class.${name as keyof BackendReport['deviation']}`)} {t.number(value, 2)}
              </div>
            ))}
      </td>
    </tr>
  );
}
