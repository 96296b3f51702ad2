import { useSession } from '../../runs/session.tsx';
import { togglePresenting } from '../commands.ts';
import { useText } from '../useText.ts';

/** In the header's menu: the picture alone, large. */
export function PresentButton() {
  const t = useText();
  const session = useSession();
  return (
    <button
      type="button"
      className="text-button"
      aria-keyshortcuts="V"
      title={t('key.present')}
      onClick={() => togglePresenting(session)}
    >
      {t('present.start')}
    </button>
  );
}
