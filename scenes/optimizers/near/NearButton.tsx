import { useText } from '../../../src/ui/useText.ts';
import { toggleNear } from '../commands.ts';
import { lab } from '../model.ts';
import { useRuns } from '../runs/useRuns.ts';
import { neighbourhoodOf } from './neighbourhood.ts';
import '../words/later.ts';

/** To the place where the runs end, and back. */
export function NearButton() {
  const t = useText();
  const session = lab.useSession();
  const state = lab.useState((now) => now);
  const runs = useRuns();
  if (state.view === 'heat' || state.view === 'tune' || (!state.near && neighbourhoodOf(state, runs) === null))
    return null;
  return (
    <button
      type="button"
      className="button near-button"
      aria-pressed={state.near}
      aria-keyshortcuts="M"
      title={`${t('panel.key.near')} (M)`}
      onClick={() => toggleNear(session)}
    >
      {t(state.near ? 'near.back' : 'near.go')}
    </button>
  );
}
