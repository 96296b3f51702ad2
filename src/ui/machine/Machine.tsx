import { lazy, Suspense } from 'react';
import type { DeviceReport } from '../../gpu/types.ts';
import type { SwarmReport } from '../badge/names.ts';
import { Dialog } from '../controls/Dialog.tsx';
import { LoadBoundary } from '../controls/LoadBoundary.tsx';
import { useText } from '../useText.ts';

const MachineDialog = lazy(async () => ({ default: (await import('./MachineDialog.tsx')).MachineDialog }));

export interface MachineProps {
  /** null until the device has been measured. */
  readonly report: DeviceReport | null;
  readonly swarm: SwarmReport | null;
  readonly onClose: () => void;
}

/** The self-report, fetched when it is first asked for. Mount it to open it. */
export function Machine(props: MachineProps) {
  const t = useText();
  const failed = (
    <Dialog title={t('machine.title')} onClose={props.onClose}>
      <p className="field-error">{t('machine.failed')}</p>
    </Dialog>
  );
  return (
    <LoadBoundary failed={failed}>
      <Suspense>
        <MachineDialog {...props} />
      </Suspense>
    </LoadBoundary>
  );
}
