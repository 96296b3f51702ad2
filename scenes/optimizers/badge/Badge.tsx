import { lazy, Suspense, useRef } from 'react';
import type { DeviceReport } from '../../../src/gpu/types.ts';
import { backendName, type SwarmReport } from './names.ts';
import { useDismiss } from '../../../src/ui/controls/useFoldAway.ts';
import { LoadBoundary } from '../../../src/ui/controls/LoadBoundary.tsx';
import { useText } from '../../../src/ui/useText.ts';
import './badge.css';

export type { SwarmReport };

const BadgeDetails = lazy(async () => ({ default: (await import('./BadgeDetails.tsx')).BadgeDetails }));

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

/** Bottom left: what computes this picture; opens to why, how far from float64, and how to choose another. */
export function Badge({ report, swarm, noDevice = false, onMachine }: BadgeProps) {
  const t = useText();
  const details = useRef<HTMLDetailsElement>(null);
  useDismiss(details);
  const chosen = report?.chosen.swarm ?? report?.chosen.surface ?? null;
  const ok = chosen !== null && chosen.backend !== 'float64' && report?.override?.honoured !== false;
  const idle = noDevice || report !== null ? t('badge.idle') : t('badge.measuring');
  return (
    <details ref={details} className="badge" data-panel="badge">
      <summary title={t('badge.label')}>
        <span className={ok ? 'lamp ok' : 'lamp'} aria-hidden="true" />
        {chosen === null ? idle : backendName(t, chosen.backend)}
        {swarm && ` · ${t('badge.swarm', { count: t.number(swarm.count, 6), optimizer: swarm.name })}`}
      </summary>
      <section className="badge-details card" aria-label={t('badge.label')}>
        {/* What is not there (no network) costs the numbers, not the page. */}
        <LoadBoundary failed={null}>
          <Suspense>{report && <BadgeDetails report={report} swarm={swarm} />}</Suspense>
        </LoadBoundary>
        <p className="actions">
          <button type="button" className="button" onClick={onMachine}>
            {t('machine.open')}
          </button>
        </p>
      </section>
    </details>
  );
}
