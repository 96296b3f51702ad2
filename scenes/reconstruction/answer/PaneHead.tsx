import { useResults } from '../runs/session.tsx';
import type { PaneId } from '../state/types.ts';
import { categoryName, neighbourName } from '../read/names.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { palettes } from '../../../src/view/palette.ts';
import { paneColour } from './look.ts';
import { contentOf } from './panes.ts';

/** What stands in a pane, in its hue, and how far it is from the truth. */
export function PaneHead({ id }: { readonly id: PaneId }) {
  const t = useText();
  const palette = palettes[useTheme()];
  const results = useResults((all) => all);
  const { lookup, lookupFailure, shown } = results;
  const { measures } = contentOf(id, results);
  const sample = shown?.sample;
  const way = {
    network: t('rec.pane.network.way'),
    truth: sample ? t('rec.shape', { category: categoryName(t, sample.category), seed: sample.seed }) : '',
    lookup: lookup ? neighbourName(t, lookup) : lookupFailure === null ? t('rec.computing') : '',
  }[id];
  return (
    <header className="pane-head">
      <div className="pane-names">
        <h2 data-painted="" style={paneColour(palette, id).colour ? { color: paneColour(palette, id).colour } : {}}>
          {t(`rec.pane.${id}`)}
        </h2>
        <p
          className="pane-way"
          data-painted=""
          title={id === 'lookup' && lookup ? t('rec.shape.training.number', { seed: lookup.seed }) : undefined}
        >
          {way}
        </p>
      </div>
      {measures && id !== 'truth' && (
        <dl className="pane-numbers">
          <div className="pane-error" title={t('rec.chamfer.what')}>
            <dt>{t('rec.chamfer.short')}</dt>
            <dd data-value="chamfer" data-painted="">
              {t.fixed(1000 * measures.chamfer, 2)}
            </dd>
          </div>
        </dl>
      )}
    </header>
  );
}
