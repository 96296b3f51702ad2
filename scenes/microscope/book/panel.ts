import type { PanelItem } from '../../../src/scene/panel/items.ts';
import type { Words } from '../../../src/ui/useText.ts';
import type { State } from '../state.ts';
import { isMeasured } from './ids.ts';

/** Which experiment; a run of one's own has a seed. */
export function panel(_t: Words, { whose, experiment }: State): readonly PanelItem[] {
  return ['experiment', ...(whose === 'own' && !isMeasured(experiment) ? ['seed'] : [])];
}
