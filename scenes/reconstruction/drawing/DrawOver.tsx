import { Suspense, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Dialog } from '../../../src/ui/controls/Dialog.tsx';
import { later } from '../../../src/ui/later.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { model, useOwn } from '../model.ts';
import { goBack } from './enter.ts';

const Room = later(() => import('./Room.tsx'), { Frame: Empty });

function Empty({ children }: { readonly children: ReactNode }) {
  const session = model.useSession();
  return (
    <Dialog title={useText()('rec.draw.title')} onClose={() => goBack(session)}>
      {children}
    </Dialog>
  );
}

/** The drawing room, over everything, while it is open. */
export function DrawOver() {
  const open = useOwn((own) => own.sketching);
  return (
    open &&
    createPortal(
      <Suspense>
        <Room />
      </Suspense>,
      document.body,
    )
  );
}
