import type { PanelItem } from '../../../src/scene/panel/items.ts';
import type { Words } from '../../../src/ui/useText.ts';
import type { State } from '../state.ts';
import { layersEntries, rateOf } from './entries.ts';

/** What decides how a layer begins first, then what the net is and how it learns. */
export function panel(t: Words, { init, twin, optimizer }: State): readonly PanelItem[] {
  const rate = layersEntries.lr.shown;
  return [
    'init',
    ...(init === 'std' ? ['initStd'] : []),
    'activation',
    'twin',
    ...(twin ? [] : ['batchNorm']),
    'depth',
    'width',
    'prune',
    'gradients',
    {
      ...{ key: 'training', fold: t('mic.fold.training') },
      rows: [
        'optimizer',
        rate?.as === 'range' ? { part: 'lr', spec: { ...rate.spec, default: rateOf(optimizer) } } : 'lr',
        ...['batch', 'dropout', 'decay', 'updates', 'samples'],
      ],
    },
    'seed',
    'quantity',
  ];
}
