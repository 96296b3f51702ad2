import { useReconstructionSession } from '../../../runs/reconstruction/session.tsx';
import { lookFromFront } from '../front.ts';
import { useText } from '../../useText.ts';

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
