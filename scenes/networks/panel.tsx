import { useStore } from 'zustand';
import type { PanelItem } from '../../src/scene/panel/items.ts';
import { useText } from '../../src/ui/useText.ts';
import { model } from './model.ts';
import { CornerRows } from './panel/CornerRows.tsx';
import { FileRow } from './panel/FileRow.tsx';
import { OptimizerRows } from './panel/OptimizerRows.tsx';
import { HeatRows } from './panel/HeatRows.tsx';
import { PointPad } from './panel/PointPad.tsx';
import { RuleRows } from './panel/RuleRows.tsx';
import { startsOffered } from './starts/compute.ts';
import { nameOf, tunedOf } from './trainers.ts';

/** The scene's settings: what is learned and by whom, then how it is looked at. */
export function usePanel(): readonly PanelItem[] {
  const t = useText();
  const data = model.useState((state) => state.data);
  const init = model.useState((state) => state.init);
  const plane = model.useState((state) => state.plane);
  const brought = useStore(model.useSession().own.files, (state) => state.run);
  const own = data === 'own';
  const canStart = startsOffered(model.useResult('landscape').value);
  const starts = model.useState((state) => state.starts);
  const isMap = model.useState((state) => state.view === 'heat');
  const selected = model.useState((state) => state.selected);
  const rule = model.useState((state) => state.rule);
  const view: PanelItem = {
    ...{ key: 'view-heading', heading: 'net.fold.view' },
    rows: isMap
      ? ['view', ...(brought ? [] : [{ key: 'heat', row: <HeatRows /> }, 'heatUpdates', 'heatOf']), 'quantity']
      : [
          'view',
          'plane',
          ...(plane === 'random' ? ['planeSeed'] : []),
          ...(plane === 'points' && !brought ? [{ key: 'corners', row: <CornerRows /> }] : []),
          'zoom',
          'height',
          'truth',
          ...(canStart ? ['starts', ...(starts ? ['heatUpdates'] : [])] : []),
          'quantity',
        ],
  };
  const file: PanelItem = { key: 'file', row: <FileRow /> };
  if (brought) return [file, view];
  return [
    'data',
    ...(own ? [{ key: 'pad', row: <PointPad /> }] : data === 'digits' ? [] : ['noise']),
    'width',
    'depth',
    { key: 'optimizers', row: <OptimizerRows /> },
    ...(tunedOf(selected, rule).length > 0
      ? [
          {
            ...{ key: 'rule', fold: t('net.fold.rule', { optimizer: nameOf(selected, rule) }) },
            rows: [{ key: 'tuned', row: <RuleRows /> }],
          },
        ]
      : []),
    {
      ...{ key: 'net', fold: t('net.fold.net') },
      rows: [
        ...['activation', 'init', ...(init === 'std' ? ['initStd'] : []), ...(data === 'wave' ? [] : ['loss'])],
        ...['batchNorm', 'dropout', 'decay'],
      ],
    },
    {
      ...{ key: 'training', fold: t('net.fold.training') },
      rows: ['batch', 'updates', ...(own ? [] : ['count']), 'seed'],
    },
    view,
    { key: 'own', fold: t('net.fold.own'), rows: [file] },
  ];
}
