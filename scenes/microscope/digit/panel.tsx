import type { PanelItem } from '../../../src/scene/panel/items.ts';
import type { Words } from '../../../src/ui/useText.ts';
import type { State } from '../state.ts';
import { Misread } from './panel/Misread.tsx';
import { NetRow } from './panel/NetRow.tsx';
import { NudgeNote } from './panel/NudgeNote.tsx';
import { PadRow } from './panel/PadRow.tsx';

/** The digit first, then what is asked of it. */
export function panel(t: Words, { thinned }: State): readonly PanelItem[] {
  return [
    { key: 'pad', row: <PadRow /> },
    'digit',
    'spoke',
    'about',
    'epsilon',
    { key: 'nudge', row: <NudgeNote /> },
    'thinned',
    ...(thinned ? ['thinShare', 'seed'] : []),
    { key: 'misread', fold: t('mic.digit.misread'), rows: [{ key: 'gallery', row: <Misread /> }] },
    { key: 'ownNet', fold: t('mic.digit.net'), rows: [{ key: 'net', row: <NetRow /> }] },
  ];
}
