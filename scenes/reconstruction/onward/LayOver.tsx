import { useState } from 'react';
import { everyOther } from '../../../src/reconstruction/everyOther.ts';
import { useJobsOf } from '../../../src/scene/computing.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { nearestPlaces } from '../kin/nearest.ts';
import { useKin } from '../kin/kinNow.ts';
import { model, useSeen } from '../model.ts';
import { categoryName, neighbourName } from '../read/names.ts';
import { layOver, type Named } from './send.ts';

interface Props {
  readonly label: 'rec.onward.kin' | 'rec.onward.lookup';
  /** Whose points it is laid over, in words. */
  readonly whose: string;
  readonly fetch: () => Promise<Named>;
}

/** Takes the answer and another cloud along to the registration scene. */
function LayOver({ label, whose, fetch }: Props) {
  const t = useText();
  const session = model.useSession();
  const { answer } = useSeen();
  const [failure, setFailure] = useState<string | null>(null);
  if (!answer) return null;
  const go = async () => {
    setFailure(null);
    try {
      layOver(session, answer.points, await fetch());
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div className="rec-onward">
      <button type="button" className="button" title={t('rec.onward.what', { name: whose })} onClick={() => void go()}>
        {t(label)}
      </button>
      {failure !== null && (
        <p className="field-error" role="alert">
          {t('rec.onward.failed', { reason: failure })}
        </p>
      )}
    </div>
  );
}

/** Over the gallery's shape that is nearest by the network's feature. */
export function LayOverKin() {
  const t = useText();
  const jobs = useJobsOf(model);
  const { map, place } = useKin();
  const { shown } = useSeen();
  if (!jobs || !map || !place) return null;
  const [nearest] = nearestPlaces(map, shown, place.order);
  if (nearest === undefined) return null;
  const { category, seed } = map.shapes[place.order[nearest]!]!;
  const fetch = async () => {
    const { points } = await jobs.truth(category, seed);
    return { name: `${category}-${seed}`, points: everyOther(points, 0) };
  };
  return (
    <LayOver
      label="rec.onward.kin"
      whose={t('rec.kin.shape', { category: categoryName(t, category), seed })}
      fetch={fetch}
    />
  );
}

/** Over the training shape whose outline is most like. */
export function LayOverLookup() {
  const t = useText();
  const { lookup } = useSeen();
  if (!lookup) return null;
  const { category, seed, points } = lookup;
  return (
    <LayOver
      label="rec.onward.lookup"
      whose={neighbourName(t, lookup)}
      fetch={async () => ({ name: `${category}-${seed}-lookup`, points })}
    />
  );
}
