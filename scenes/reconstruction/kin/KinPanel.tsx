import { useMore } from '../runs/kin.ts';
import { showShape, useReconstructionSession, useResults } from '../runs/session.tsx';
import type { KinMap } from '../../../src/jobs/reconstruction/moreApi.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import { categoryName } from '../read/names.ts';
import { useText } from '../../../src/ui/useText.ts';
import { palettes } from '../../../src/view/palette.ts';
import { kinColour } from './inks.ts';
import { nearestPlaces } from './nearest.ts';
import { kinReading } from './reading.ts';
import '../losses.css';

/** The shown picture's kin, by the network's feature beside by Chamfer; each a button that shows that shape. */
export default function KinPanel() {
  const t = useText();
  const more = useMore((all) => all);
  const results = useResults((all) => all);
  const { kin: map, kinOf, kinByChamfer: byChamfer } = more;
  const key = results.shown?.key;
  if (!map) return null;
  const reading = kinReading(more, results);
  const feature = kinOf?.key === key ? kinOf : null;
  const chamfer = byChamfer?.key === key ? byChamfer : null;
  return (
    <fieldset className="rec-more">
      <legend>{t('rec.kin.list')}</legend>
      <div className="kin-lists">
        <section aria-label={t('rec.kin.feature')}>
          <h3 title={t('rec.kin.feature.what')}>{t('rec.kin.feature')}</h3>
          {feature && <List map={map} order={feature.order} distances={feature.distances} scale={1} />}
        </section>
        <section aria-label={t('rec.kin.chamfer')}>
          <h3 title={t('rec.kin.chamfer.what')}>{t('rec.kin.chamfer')}</h3>
          {chamfer?.found && (
            <List map={map} order={chamfer.found.order} distances={chamfer.found.distances} scale={1000} />
          )}
          {chamfer && !chamfer.found && (
            <label className="note">
              {t('rec.kin.comparing', { part: Math.round(100 * chamfer.part) })}
              <progress max={1} value={chamfer.part} />
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
    </fieldset>
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
  const session = useReconstructionSession();
  const shown = useResults((results) => results.shown);
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
