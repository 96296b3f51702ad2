import { Suspense, useRef, useState } from 'react';
import type { DeviceReport } from '../../../src/gpu/types.ts';
import { backendName, type SwarmReport } from './names.ts';
import { useDismiss } from '../../../src/ui/controls/useFoldAway.ts';
import { later } from '../../../src/ui/later.tsx';
import { useText } from '../../../src/ui/useText.ts';
import './badge.css';

export type { SwarmReport };

// What the first picture does without.
const BadgeInside = later(() => import('./BadgeInside.tsx'));

export interface BadgeProps {
  /** null until the device has been measured. */
  readonly report: DeviceReport | null;
  /** No kernels will run on this page (no WebGL2, nothing to draw with them): there is no report to wait for. */
  readonly noDevice?: boolean | undefined;
  /** null when no swarm is drawn. */
  readonly swarm: SwarmReport | null;
  /** Asks for the self-report. */
  readonly onMachine: () => void;
}

/**
 * Bottom left: a lamp that tells whether all is as it should be; opens to what computes this picture and why, how far it is from float64 and from the reference
 * implementations, and how to choose another. Only what is not as it should be is said without being asked.
 */
export function Badge({ report, swarm, noDevice = false, onMachine }: BadgeProps) {
  const t = useText();
  const details = useRef<HTMLDetailsElement>(null);
  useDismiss(details);
  const chosen = report?.chosen.swarm ?? report?.chosen.surface ?? null;
  const measuring = report === null && !noDevice;
  const ok = chosen !== null && chosen.backend !== 'float64' && report?.override?.honoured !== false;
  const [open, setOpen] = useState(false);
  return (
    <details
      ref={details}
      className="badge"
      data-panel="badge"
      data-backend={chosen?.backend}
      data-swarm={swarm?.count}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary title={t('badge.label')}>
        <span className={ok ? 'lamp ok' : 'lamp'} aria-hidden="true" />
        {t('badge.label')}
        {noDevice && ` · ${t('badge.idle')}`}
        {chosen !== null && !ok && ` · ${backendName(t, chosen.backend)}`}
      </summary>
      <section className="badge-details card" aria-label={t('badge.label')}>
        <Suspense>
          <BadgeInside report={report} swarm={swarm} measuring={measuring} open={open} />
        </Suspense>
        <p className="actions">
          <button type="button" className="button" onClick={onMachine}>
            {t('machine.open')}
          </button>
        </p>
      </section>
    </details>
  );
}
