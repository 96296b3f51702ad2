import { useReconstructionSession, useReconstructionState } from '../runs/session.tsx';
import { manyColourIds, moreParams } from '../state/more.ts';
import { nextSeed } from '../state/nextSeed.ts';
import { RangeControl } from '../../../src/ui/controls/RangeControl.tsx';
import { Segmented } from '../../../src/ui/controls/Segmented.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { SeedRow } from '../more/SeedRow.tsx';
import '../losses.css';

/** What the view `many` lets one set: how many answers, of which noise, and what their colours say. */
export default function ManyPanel() {
  const t = useText();
  const { store } = useReconstructionSession();
  const samples = useReconstructionState((state) => state.samples);
  const seed = useReconstructionState((state) => state.sampleSeed);
  const colour = useReconstructionState((state) => state.manyColour);
  return (
    <fieldset className="rec-more">
      <legend>{t('rec.many.panel')}</legend>
      <RangeControl
        label={t('rec.many.samples')}
        spec={moreParams.samples}
        value={samples}
        onChange={(value) => store.update({ samples: value }, 'replace')}
      />
      <SeedRow
        value={seed}
        onNext={() => store.update({ sampleSeed: nextSeed(moreParams.sampleSeed, seed) })}
        what={t('rec.many.seed.what')}
      />
      <div className="row">
        <span className="label">{t('rec.many.colour')}</span>
      </div>
      <Segmented
        label={t('rec.many.colour')}
        options={manyColourIds.map((id) => ({ value: id, label: t(`rec.many.colour.${id}`) }))}
        value={colour}
        onChange={(next) => store.update({ manyColour: next })}
      />
      <p className="note">{t('rec.many.note')}</p>
    </fieldset>
  );
}
