import type { KinMap } from '../jobs/api.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import { categoryName } from '../read/names.ts';
import { useText } from '../../../src/ui/useText.ts';
import { palettes } from '../../../src/view/palette.ts';
import { kinColour } from './inks.ts';
import { nearestPlaces } from './nearest.ts';
import { kinReading } from './reading.ts';
import { useKin } from './kinNow.ts';
import { model, useSeen } from '../model.ts';
import { showShape } from '../picture/choose.ts';
import { Probe } from './Probe.tsx';
import { TwoThings } from './TwoThings.tsx';
import './kin.css';

/** The shown picture's kin, by the network's feature beside by Chamfer; each a button that shows that shape. */
export default function KinPanel() {
  const t = useText();
  const kin = useKin();
  const { shown } = useSeen();
  const { waiting, part } = model.useResult('kinByChamfer');
  const { map, place: feature, byChamfer: chamfer } = kin;
  if (!map) return null;
  const reading = kinReading(kin, shown);
  return (
    <>
      <div className="kin-lists">
        <section aria-label={t('rec.kin.feature')}>
          <h4 title={t('rec.kin.feature.what')}>{t('rec.kin.feature')}</h4>
          {feature && <List map={map} order={feature.order} distances={feature.distances} scale={1} />}
        </section>
        <section aria-label={t('rec.kin.chamfer')}>
          <h4 title={t('rec.kin.chamfer.what')}>{t('rec.kin.chamfer')}</h4>
          {chamfer && <List map={map} order={chamfer.order} distances={chamfer.distances} scale={1000} />}
          {waiting && (
            <label className="note">
              {t('rec.kin.comparing', { part: Math.round(100 * (part ?? 0)) })}
              <progress max={1} value={part ?? 0} />
            </label>
          )}
        </section>
      </div>
      <p className="note">
        {reading && reading.both !== null && (
          <>
            {t('rec.kin.say.agree', { both: reading.both, count: reading.count })}
            {t('sentence.gap')}
          </>
        )}
        {t('rec.kin.note')}
      </p>
      <TwoThings />
      <Probe />
    </>
  );
}

interface ListProps {
  readonly map: KinMap;
  readonly order: Int32Array;
  readonly distances: Float64Array;
  /** On the distances shown. */
  readonly scale: number;
}

function List({ map, order, distances, scale }: ListProps) {
  const t = useText();
  const palette = palettes[useTheme()];
  const session = model.useSession();
  const { shown } = useSeen();
  return (
    <ol className="kin-list">
      {nearestPlaces(map, shown, order).map((place) => {
        const i = order[place]!;
        const { category, seed } = map.shapes[i]!;
        const name = categoryName(t, category);
        return (
          <li key={i}>
            <button
              type="button"
              className="button"
              data-kin={`${category}-${seed}`}
              title={t('rec.kin.show', { category: name, seed })}
              onClick={() => showShape(session, category, seed)}
            >
              <span style={{ color: kinColour(palette, category) }}>
                {t('rec.kin.shape', { category: name, seed })}
              </span>
              <span className="kin-distance">{t.fixed(scale * distances[place]!, scale === 1 ? 2 : 1)}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
