import { lab } from './model.ts';
import { useText } from '../../src/ui/useText.ts';
import { besideSolo, toggleSolo } from './commands.ts';

/** While presenting: the selected optimizer alone, or again with those beside it. */
export function SoloButton() {
  const t = useText();
  const session = lab.useSession();
  const enabled = lab.useState(({ runs }) => runs.filter((run) => run.enabled).length);
  const hasOthers = lab.useState(() => besideSolo(session).length > 0);
  const name = lab.useState(({ runs, selected }) => runs.find(({ id }) => id === selected)?.name);
  if (name === undefined || (enabled < 2 && !hasOthers)) return null;
  return (
    <button
      type="button"
      className="text-button"
      aria-keyshortcuts="I"
      title={t('key.solo')}
      onClick={() => toggleSolo(session)}
    >
      {enabled > 1 ? t('present.solo', { optimizer: name }) : t('present.all')}
    </button>
  );
}
