import type { PanelItem } from '../../../src/scene/panel/items.ts';
import { useRegistrationState } from '../model.ts';
import { OwnResult } from '../own/OwnResult.tsx';
import { OwnSlots } from '../own/OwnSlots.tsx';
import { PlaceByHand } from '../own/PlaceByHand.tsx';
import { TrainMaps } from '../own/TrainMaps.tsx';
import { PaneSettings } from './PaneSettings.tsx';
import { Presets } from './Presets.tsx';

const result = { key: 'result', row: <OwnResult /> };
const slots = { key: 'slots', row: <OwnSlots /> };
const scene: readonly PanelItem[] = [
  { key: 'presets', row: <Presets /> },
  { key: 'factors-heading', heading: 'reg.factors', rows: ['factors', 'seed'] },
];
const panes: PanelItem = { key: 'panes', row: <PaneSettings /> };
const shown: readonly PanelItem[] = [
  panes,
  { key: 'show', heading: 'reg.show', rows: ['threads', 'residuals', 'overlay', 'curve'] },
];
const shownOfScans: readonly PanelItem[] = [
  panes,
  {
    key: 'show',
    heading: 'reg.show',
    rows: ['colouring', 'lens', 'threads', 'residuals', 'ceiling', 'overlay', 'curve'],
  },
];
const hand: readonly PanelItem[] = [
  { key: 'place', row: <PlaceByHand /> },
  { key: 'train', row: <TrainMaps /> },
];

const panelOf = {
  own: [result, slots, ...shownOfScans, ...hand],
  spot: [...scene, ...shown, result, ...hand],
  scans: [...shownOfScans, result, ...hand],
} as const satisfies Readonly<Record<string, readonly PanelItem[]>>;

/** The registration scene's settings. */
export function usePanel(): readonly PanelItem[] {
  const data = useRegistrationState((state) => state.data);
  return panelOf[data === 'own' || data === 'spot' ? data : 'scans'];
}
