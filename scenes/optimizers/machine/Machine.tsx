import { lazy, Suspense } from 'react';
import { Dialog } from '../../../src/ui/controls/Dialog.tsx';
import { LoadBoundary } from '../../../src/ui/controls/LoadBoundary.tsx';
import { useText } from '../../../src/ui/useText.ts';
import type { MachineProps } from './MachineDialog.tsx';

const MachineDialog = lazy(async () => ({ default: (await import('./MachineDialog.tsx')).MachineDialog }));

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
