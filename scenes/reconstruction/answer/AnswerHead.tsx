import { PaneHead } from '../../../src/scene/parts/PaneHead.tsx';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { palettes } from '../../../src/view/palette.ts';
import { useSeen } from '../model.ts';
import { categoryName, neighbourName } from '../read/names.ts';
import type { PaneId } from '../state.ts';
import { useAnswering } from './answering.tsx';
import { paneColour } from './colours.ts';
import { contentOf } from './panes.ts';

/** What stands in a pane, in its hue, and how far it is from the truth. */
export function AnswerHead({ id }: { readonly id: PaneId }) {
  const t = useText();
  const palette = palettes[useTheme()];
  const seen = useSeen();
  const { lookupFailure } = useAnswering();
  const { lookup, shown } = seen;
  const { measures } = contentOf(id, seen);
  const sample = shown?.sample;
  const way = {
    network: t('rec.pane.network.way'),
    truth: sample ? t('rec.shape', { category: categoryName(t, sample.category), seed: sample.seed }) : '',
    lookup: lookup ? neighbourName(t, lookup) : lookupFailure === null ? t('rec.computing') : '',
  }[id];
  const chamfer = measures &&
    id !== 'truth' && {
      ...{ id: 'chamfer', label: t('rec.chamfer.short'), what: t('rec.chamfer.what'), first: true, outcome: true },
      value: t.fixed(1000 * measures.chamfer, 2),
    };
  return (
    <PaneHead
      title={t(`rec.pane.${id}`)}
      colour={paneColour(palette, id).colour}
      way={way}
      wayTitle={id === 'lookup' && lookup ? t('rec.shape.training.number', { seed: lookup.seed }) : undefined}
      numbers={chamfer ? [chamfer] : []}
    />
  );
}
