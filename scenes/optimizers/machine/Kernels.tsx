import { selfTestTolerances } from '../../../src/gpu/selfTest.ts';
import type { BackendReport, Choice, DeviceReport } from '../../../src/gpu/types.ts';
import { backendName } from '../badge/names.ts';
import { useText } from '../../../src/ui/useText.ts';

/** Where kernels run, which backend each kind got and why, and what every one of them took. */
export function KernelTimes({ report }: { readonly report: DeviceReport }) {
  const t = useText();
  const { chosen, incidents, override } = report;
  return (
    <>
      <dt>{t('machine.thread')}</dt>
      <dd>{t(`machine.thread.${report.thread}`)}</dd>
      {(['surface', 'swarm'] as const).map((kind) => (
        <Kernel key={kind} name={t('machine.kernel', { kind: t(`badge.kind.${kind}`) })} choice={chosen[kind]} />
      ))}
      {override && !override.honoured && (
        <dd className="whole">
          {t('badge.override.refused', { asked: override.asked })} <code lang="en">{override.reason}</code>
        </dd>
      )}
      {incidents.length > 0 && (
        <>
          <dt>{t('badge.incidents')}</dt>
          <dd lang="en">
            {incidents.map((incident, index) => (
              <div key={index} lang="en">
                {incident}
              </div>
            ))}
          </dd>
        </>
      )}
    </>
  );
}

function Kernel({ name, choice }: { readonly name: string; readonly choice: Choice | null }) {
  const t = useText();
  if (!choice) return null;
  const { backend, milliseconds, candidates } = choice;
  const all = candidates.length > 0 ? candidates : [{ backend, milliseconds }];
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {backendName(t, backend)} {t(`badge.why.${choice.why}`)}
        {all.map((one) => (
          <small key={one.backend}>
            {backendName(t, one.backend)}: {t('badge.took', { ms: t.number(one.milliseconds, 3) })}
          </small>
        ))}
      </dd>
    </>
  );
}

const classes = Object.keys(selfTestTolerances) as (keyof typeof selfTestTolerances)[];

/** The largest deviation of every backend from float64 by class of functions, with the bound above which it is not used. */
export function SelfTest({ backends }: { readonly backends: readonly BackendReport[] }) {
  const t = useText();
  const tested = backends.filter(({ id }) => id !== 'float64');
  return (
    <table>
      <caption>{t('machine.self-test')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('badge.backend')}</th>
          {classes.map((name) => (
            <th key={name} scope="col">
              {t(`badge.class.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tested.map(({ id, available, deviation, reason }) => (
          <tr key={id}>
            <th scope="row">
              {backendName(t, id)}
              {!available && <small>{t('badge.unavailable')}</small>}
              {reason && <small lang="en">{reason}</small>}
            </th>
            {classes.map((name) => (
              <td key={name}>{deviation[name] === undefined ? '—' : t.number(deviation[name], 2)}</td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{t('machine.allowed')}</th>
          {classes.map((name) => (
            <td key={name}>{t.number(selfTestTolerances[name], 2)}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
