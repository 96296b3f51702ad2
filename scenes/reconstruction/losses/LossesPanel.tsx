import { defaultRate } from '../../../src/jobs/reconstruction/meanRates.ts';
import { optimizerIds, optimizers, type OptimizerId } from '../../../src/optimizers/index.ts';
import { useReconstructionSession, useReconstructionState } from '../runs/session.tsx';
import { toyIds } from '../../../src/reconstruction/toy/ids.ts';
import { moreParams } from '../state/more.ts';
import { nextSeed } from '../state/nextSeed.ts';
import { RangeControl } from '../../../src/ui/controls/RangeControl.tsx';
import { Segmented } from '../../../src/ui/controls/Segmented.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { SeedRow } from '../more/SeedRow.tsx';
import '../losses.css';

/** What the view `losses` lets one set: the toy, the rule that looks for its mean, how many points it has. */
export default function LossesPanel() {
  const t = useText();
  const { store } = useReconstructionSession();
  const toy = useReconstructionState((state) => state.toy);
  const optimizer = useReconstructionState((state) => state.meanOptimizer);
  const lr = useReconstructionState((state) => state.meanLr);
  const seed = useReconstructionState((state) => state.meanSeed);
  const points = useReconstructionState((state) => state.meanPoints);
  const suits = defaultRate(optimizer);
  return (
    <fieldset className="rec-more">
      <legend>{t('rec.losses.panel')}</legend>
      <Segmented
        label={t('rec.losses.toy')}
        options={toyIds.map((id) => ({ value: id, label: t(`rec.losses.toy.${id}`) }))}
        value={toy}
        onChange={(next) => store.begin({ toy: next, card: undefined })}
      />
      <p className="note">{t(`rec.losses.toy.${toy}.what`)}</p>
      <label className="row">
        <span className="label">{t('rec.losses.rule')}</span>
        <select
          value={optimizer}
          onChange={(event) =>
            store.begin({ meanOptimizer: event.currentTarget.value as OptimizerId, meanLr: undefined })
          }
        >
          {optimizerIds.map((id) => (
            <option key={id} value={id}>
              {optimizers[id].name}
            </option>
          ))}
        </select>
      </label>
      <RangeControl
        label={t('param.lr')}
        symbol="η"
        spec={{ ...moreParams.meanLr, default: suits, min: suits / 100, max: 100 * suits }}
        value={lr ?? suits}
        onChange={(value) => store.update({ meanLr: value === suits ? undefined : value }, 'replace')}
      />
      <RangeControl
        label={t('rec.losses.points')}
        spec={moreParams.meanPoints}
        value={points}
        onChange={(value) => store.update({ meanPoints: value }, 'replace')}
      />
      <SeedRow
        value={seed}
        onNext={() => store.begin({ meanSeed: nextSeed(moreParams.meanSeed, seed) })}
        what={t('rec.losses.seed.what')}
      />
    </fieldset>
  );
}
