import { Suspense, type ReactNode } from 'react';
import { Dialog } from '../../../src/ui/controls/Dialog.tsx';
import { useText } from '../../../src/ui/useText.ts';
import type { MachineProps } from './MachineDialog.tsx';
import { later } from '../../../src/ui/later.tsx';

const MachineDialog = later(async () => ({ default: (await import('./MachineDialog.tsx')).MachineDialog }), {
  Frame: Empty,
});

function Empty({ onClose, children }: MachineProps & { readonly children: ReactNode }) {
  return (
    <Dialog title={useText()('machine.title')} onClose={onClose}>
      {children}
    </Dialog>
  );
}

/** The self-report, fetched when it is first asked for. Mount it to open it. */
export function Machine(props: MachineProps) {
  return (
    <Suspense>
      <MachineDialog {...props} />
    </Suspense>
  );
}
