import type { PanelItem } from '../../src/scene/panel/items.ts';
import { useText } from '../../src/ui/useText.ts';
import { model } from './model.ts';
import { OptimizerRows } from './panel/OptimizerRows.tsx';

export function usePanel(): readonly PanelItem[] {
  const t = useText();
  const data = model.useState((state) => state.data);
  const init = model.useState((state) => state.init);
  const plane = model.useState((state) => state.plane);
  const values = data === 'wave';
  return [
    'data',
    ...(data === 'own' ? [] : ['noise']),
    'width',
    'depth',
    { key: 'optimizers', row: <OptimizerRows /> },
    {
      key: 'net',
      fold: t('net.fold.net'),
      rows: [
        'activation',
        'init',
        ...(init === 'std' ? ['initStd'] : []),
        ...(values ? [] : ['loss']),
        'batchNorm',
        'dropout',
        'decay',
      ],
    },
    {
      key: 'training',
      fold: t('net.fold.training'),
      rows: ['batch', 'updates', ...(data === 'own' ? [] : ['count']), 'seed'],
    },
    {
      key: 'view',
      heading: 'net.fold.view',
      rows: ['view', 'plane', 'zoom', 'height', 'truth', 'quantity', ...(plane === 'random' ? ['planeSeed'] : [])],
    },
  ];
}
