import { useReconstructionSession } from '../runs/session.tsx';
import { lookFromFront } from '../read/front.ts';
import { useText } from '../../../src/ui/useText.ts';

/** Back to where the picture was taken from. */
export function FrontButton() {
  const t = useText();
  const session = useReconstructionSession();
  return (
    <button type="button" className="button" aria-keyshortcuts="F" onClick={() => lookFromFront(session)}>
      {t('rec.front')}
    </button>
  );
}
