import { useText } from '../../../src/ui/useText.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import { lab } from '../model.ts';
import { useRuns } from '../runs/useRuns.ts';
import { LEVELS, type BasinPicture } from './growth.ts';
import { flatColours, rankingOf } from './ranking.ts';
import { useBasinPicture, useBasins } from './useBasins.ts';
import { zoomBy } from './zoom.ts';
import './basins.css';
import '../words/later.ts';

/** Basins that the legend lists. */
const LISTED = 6;

/** What the map means: the share of each minimum, of what reaches none, what lightness says, and how fine it is by now. */
export function BasinCard() {
  const t = useText();
  const session = lab.useSession();
  const selected = lab.useState((state) => state.selected);
  const zoom = lab.useState((state) => state.zoom);
  const run = useRuns().find(({ id }) => id === selected);
  const picture = useBasinPicture(selected);
  const failed = useBasins(({ problem }) => problem !== null);
  if (!run) return null;
  return (
    <section className="card basin-card" data-panel="basins" aria-label={t('basins.legend')}>
      <h2>{t('basins.title', { optimizer: run.name })}</h2>
      {failed && <p role="alert">{t('basins.failed')}</p>}
      {!picture && !failed && <p className="basin-fineness">{t('basins.waiting')}</p>}
      {picture && <Shares picture={picture} />}
      {picture && <Fineness picture={picture} />}
      <p className="note">{t('basins.click')}</p>
      <div className="basin-zoom" role="group" aria-label={t('basins.zoom.what')}>
        <button
          type="button"
          className="button"
          title={`${t('basins.zoom.in')}: ${t('basins.zoom.what')}`}
          aria-label={t('basins.zoom.in')}
          onClick={() => zoomBy(session, 1 / 3)}
        >
          ＋
        </button>
        <button
          type="button"
          className="button"
          aria-label={t('basins.zoom.out')}
          disabled={zoom === null}
          onClick={() => zoomBy(session, 3)}
        >
          −
        </button>
        <button type="button" className="button" disabled={zoom === null} onClick={() => zoomBy(session, Infinity)}>
          {t('basins.zoom.whole')}
        </button>
      </div>
    </section>
  );
}

function Shares({ picture }: { readonly picture: BasinPicture }) {
  const t = useText();
  const theme = useTheme();
  const { basins, diverged, unconverged } = rankingOf(picture, theme);
  const flat = flatColours(theme);
  const share = (value: number) => `${t.number(Number((100 * value).toFixed(1)), 4)} %`;
  const rest = basins.slice(LISTED);
  const { soon, late } = picture.scale;
  const first = basins[0];
  return (
    <>
      <ul className="basin-shares">
        {basins.slice(0, LISTED).map(({ letter, at: [x, y], share: part, colour }) => (
          <li key={`${x},${y}`}>
            <i style={{ background: colour }} />
            <b>{letter}</b>
            <span>{`(${t.number(x, 3)}, ${t.number(y, 3)})`}</span>
            <span className="basin-share">{share(part)}</span>
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <i />
            <b />
            <span>{t('basins.more', { count: rest.length })}</span>
            <span className="basin-share">{share(rest.reduce((sum, { share: part }) => sum + part, 0))}</span>
          </li>
        )}
        {diverged > 0 && (
          <li>
            <i style={{ background: flat.diverged }} />
            <b />
            <span>{t('basins.diverged')}</span>
            <span className="basin-share">{share(diverged)}</span>
          </li>
        )}
        {unconverged > 0 && (
          <li title={t('basins.unconverged.what', { steps: picture.of.steps })}>
            <i style={{ background: flat.unconverged }} />
            <b />
            <span>{t('basins.unconverged')}</span>
            <span className="basin-share">{share(unconverged)}</span>
          </li>
        )}
      </ul>
      {first && (
        <p className="basin-rest">
          <i style={{ background: `linear-gradient(to right, ${first.colour}, ${first.dark})` }} />
          {t('basins.rest', { soon, late })}
        </p>
      )}
    </>
  );
}

function Fineness({ picture: { map, part, of, backend } }: { readonly picture: BasinPicture }) {
  const t = useText();
  const finest = LEVELS.at(-1)!;
  return (
    <p className="basin-fineness" data-done={part >= 1}>
      {part < 1
        ? t('basins.progress', { size: map.size, part: Math.floor(100 * part) })
        : t('basins.done', { size: finest, steps: of.steps, backend })}
    </p>
  );
}
