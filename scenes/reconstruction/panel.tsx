import { Suspense, type ReactNode } from 'react';
import type { PanelItem } from '../../src/scene/panel/items.ts';
import { USUAL_ELEVATION_RAD } from '../../src/reconstruction/sample.ts';
import { useText } from '../../src/ui/useText.ts';
import { ExtrasNote } from './ExtrasNote.tsx';
import { model, useSeen } from './model.ts';
import { FrontButton, PanesRow } from './answer/rows.tsx';
import { RateRow, RuleRow } from './losses/rows.tsx';
import { ShapeRow } from './picture/ShapeRow.tsx';
import { later } from '../../src/ui/later.tsx';

const InputCard = later(() => import('./input/InputCard.tsx'));
const LayOverKin = later(async () => ({ default: (await import('./onward/LayOver.tsx')).LayOverKin }));
const LayOverLookup = later(async () => ({ default: (await import('./onward/LayOver.tsx')).LayOverLookup }));
const KinPanel = later(() => import('./kin/KinPanel.tsx'));

/** The scene's settings: the picture, then what the open view lets one set. */
export function usePanel(): readonly PanelItem[] {
  const t = useText();
  const view = model.useState((state) => state.view);
  const toy = model.useState((state) => state.toy);
  const errors = model.useState((state) => state.errors);
  // Without a known truth there is no error to draw.
  const blind = useSeen().shown?.sample === null;
  const lazily = (row: ReactNode) => <Suspense>{row}</Suspense>;
  const note = (text: string) => <p className="note">{text}</p>;
  const picture: readonly PanelItem[] = [
    { key: 'input', row: lazily(<InputCard />) },
    { key: 'shape', row: <ShapeRow /> },
  ];
  const extras: PanelItem = {
    ...{ key: 'extras', heading: 'rec.extras' },
    rows: ['mirror', 'pull', { key: 'extras-note', row: <ExtrasNote /> }],
  };
  switch (view) {
    case 'answer':
      return [
        ...picture,
        {
          ...{ key: 'show', heading: 'rec.show' },
          rows: [
            { key: 'panes', row: <PanesRow blind={blind} /> },
            { part: 'colour', disabled: errors && !blind },
            { part: 'errors', disabled: blind, value: errors && !blind },
            { part: 'threads', disabled: blind, ...(blind && { value: 'none' }) },
            'size',
            { key: 'front', row: <FrontButton /> },
            ...(blind
              ? [
                  {
                    key: 'upright',
                    row: note(t('rec.upright.assumed', { degrees: t.fixed((180 / Math.PI) * USUAL_ELEVATION_RAD, 0) })),
                  },
                ]
              : []),
            { key: 'onward', row: lazily(<LayOverLookup />) },
          ],
        },
        extras,
      ];
    case 'losses':
      return [
        {
          ...{ key: 'losses', heading: 'rec.losses.panel' },
          rows: [
            'toy',
            { key: 'toy-what', row: note(t(`rec.toy.${toy}.what`)) },
            { key: 'rule', row: <RuleRow /> },
            { key: 'rate', row: <RateRow /> },
            'meanPoints',
            'meanSeed',
          ],
        },
      ];
    case 'kin':
      return [
        ...picture,
        {
          key: 'kin-heading',
          heading: 'rec.kin.list',
          rows: [
            { key: 'kin', row: lazily(<KinPanel />) },
            { key: 'onward', row: lazily(<LayOverKin />) },
          ],
        },
      ];
    case 'many':
      return [
        ...picture,
        {
          ...{ key: 'many', heading: 'rec.many.panel' },
          rows: ['samples', 'sampleSeed', 'manyColour', { key: 'many-note', row: note(t('rec.many.note')) }],
        },
        extras,
      ];
  }
}
