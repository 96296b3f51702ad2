import { useText } from '../../src/ui/useText.ts';
import { useDraped } from './basins/useDraped.ts';
import { useKeptBack } from './cards/useKeptBack.ts';
import { lab } from './model.ts';
import { NearButton } from './near/NearButton.tsx';
import './basins/basins.css';
import './words/later.ts';

/** What brings one elsewhere in the picture: where all starts end, and where these runs do. */
export function Corner() {
  const t = useText();
  const { store } = lab.useSession();
  const draped = useDraped();
  const kept = useKeptBack('drape=basins');
  // Below flat plans stands their caption; there a key and the panel switch the map.
  const relief = lab.useState((state) => state.view === 'relief');
  return (
    <div className="corner-buttons">
      {relief && !kept && (
        <button
          type="button"
          className="button near-button drape-button"
          aria-pressed={draped}
          aria-keyshortcuts="W"
          title={`${t('panel.key.drape')} (W)`}
          onClick={() => store.update({ drape: draped ? undefined : 'basins' })}
        >
          {t(draped ? 'basins.hide' : 'basins.show')}
        </button>
      )}
      <NearButton />
    </div>
  );
}
