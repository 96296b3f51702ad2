import { useMemo } from 'react';
import { registrationMethods, type MethodId } from '../../../src/registration/methods/index.ts';
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
/** Where a method weighs its start. */
const prior = 'prior';
const weighsStart = (method: MethodId) => registrationMethods[method].takes.includes('start');
const shown: readonly PanelItem[] = [
  panes,
  prior,
  { key: 'show', heading: 'reg.show', rows: ['threads', 'residuals', 'overlay', 'curve'] },
];
const shownOfScans: readonly PanelItem[] = [
  panes,
  prior,
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
  const weighs = useRegistrationState((state) => state.panes.some(({ method }) => weighsStart(method)));
  const items = panelOf[data === 'own' || data === 'spot' ? data : 'scans'];
  return useMemo(() => (weighs ? items : items.filter((item) => item !== prior)), [weighs, items]);
}
