import { useEffect, useMemo, useState } from 'react';
import { TOGETHER } from '../../../src/reconstruction/kin/shared.ts';
import { useJobsOf } from '../../../src/scene/computing.tsx';
import { isAbort } from '../../../src/scene/results/results.ts';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { Thumb } from '../input/Thumb.tsx';
import { model, useOwn, useSeen } from '../model.ts';
import { rememberedOf, thingOf } from './besides.ts';
import { commonOf, holdable, nameOfHeld, verdictOf, type Common } from './held.ts';
import type { Held } from './heldThing.ts';
import { useKin } from './kinNow.ts';
import { OverEachOther } from './OverEachOther.tsx';
import { twoHues } from './twoHues.ts';
import './two.css';

/** A thing that is kept beside the one on view: what they share by feature, and where in space. */
export function TwoThings() {
  const t = useText();
  const { own, store } = model.useSession();
  const linked = model.useResult('beside');
  const beside = model.useState((state) => state.beside);
  const remembered = useOwn((kept) => rememberedOf({ beside }, kept.held));
  const held = remembered ?? (beside === null ? null : linked.value);
  const seen = useSeen();
  const now = useMemo(() => holdable(seen), [seen]);
  const common = useCommon(held, now);
  const hues = twoHues(useTheme());
  const another = held && now && now.shown.key !== held.shown.key;
  const percent = (share: number) => Math.round(100 * share);
  const hold = (thing: Held | null) => {
    own.setState({ held: thing });
    store.update({ beside: (thing && thingOf(thing.shown)) ?? undefined });
  };
  return (
    <section className="two" aria-label={t('rec.two')}>
      <h4>{t('rec.two')}</h4>
      {!held && beside !== null && (
        <p className="note" role="status">
          {linked.problem ? t('rec.failed', { reason: linked.problem.message }) : t('rec.two.waiting')}
        </p>
      )}
      {!held && (
        <button
          type="button"
          className="button"
          disabled={!now}
          title={t('rec.two.hold.what')}
          onClick={() => hold(now)}
        >
          {t('rec.two.hold')}
        </button>
      )}
      {held && (
        <>
          <div className="two-things">
            <Thing held={held} said={t('rec.two.held')} colour={hues[0]} />
            {another && <Thing held={now} said={t('rec.two.now')} colour={hues[1]} />}
          </div>
          {!another && <p className="note">{t('rec.two.next')}</p>}
          {another && common && (
            <>
              <OverEachOther a={held.points} b={now.points} space={common.space} label={t('rec.two.picture')} />
              <dl className="two-common" role="status">
                <dt>{t('rec.two.feature')}</dt>
                <dd>{t('rec.two.feature.value', { percent: percent(common.nearer) })}</dd>
                <dt>{t('rec.two.space')}</dt>
                <dd title={t('rec.two.space.what', { within: 100 * TOGETHER })}>
                  <span className="two-both">{t('rec.two.space.value', { percent: percent(common.space.share) })}</span>
                </dd>
              </dl>
              <p className="note">{t(`rec.two.say.${verdictOf(common)}`)}</p>
            </>
          )}
          <button type="button" className="button" onClick={() => hold(null)}>
            {t('rec.two.away')}
          </button>
        </>
      )}
    </section>
  );
}

interface ThingProps {
  readonly held: Held;
  readonly said: string;
  /** #rrggbb */
  readonly colour: string;
}

function Thing({ held, said, colour }: ThingProps) {
  const t = useText();
  return (
    <figure style={{ borderColor: colour }}>
      <Thumb picture={held.picture} className="two-thumbnail" />
      <figcaption>
        <strong>{nameOfHeld(t, held)}</strong>
        <span className="two-said">{said}</span>
      </figcaption>
    </figure>
  );
}

/** null: not (yet) to be had. */
function useCommon(held: Held | null, now: Held | null): Common | null {
  const jobs = useJobsOf(model);
  const { place } = useKin();
  const [found, setFound] = useState<{ readonly of: readonly unknown[]; readonly common: Common } | null>(null);
  useEffect(() => {
    if (!jobs || !held || !now || !place || held.shown.key === now.shown.key) return undefined;
    const ending = new AbortController();
    jobs.kinBetween(held.feature, now.feature, ending.signal).then(
      (distance) => setFound({ of: [held, now], common: commonOf(held, now, distance, place) }),
      (error: unknown) => {
        if (!isAbort(error) && !ending.signal.aborted) reportError(error);
      },
    );
    return () => ending.abort();
  }, [jobs, held, now, place]);
  return found && found.of[0] === held && found.of[1] === now ? found.common : null;
}
