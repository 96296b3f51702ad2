import { useEffect, useMemo, useState } from 'react';
import { rotateVectors, transformPoints } from '../../../src/math/matrix4.ts';
import type { WorstPlace } from '../../../src/registration/worstPlace.ts';
import type { StageLens } from '../../../src/scene/stage.ts';
import { useText } from '../../../src/ui/useText.ts';
import { useRegistrationState } from '../model.ts';
import { lengthInWords } from '../read/lengths.ts';
import type { Pair } from '../runs/pair.ts';
import { freshRuns, type PaneRun, type PaneView } from '../runs/paneRuns.ts';
import { lensOf } from './lens.ts';
import { scansSeen } from './seen.ts';

interface Made {
  readonly pair: Pair;
  readonly records: readonly PaneRun['record'][];
  readonly worst: WorstPlace | null;
}

/** What the lenses of all panes show: the place in the target's frame, and as the stage takes it. null: there are none (yet). */
export function useLens(pair: Pair | null, views: readonly PaneView[]) {
  const t = useText();
  const wanted = useRegistrationState((state) => state.lens && !state.overlay);
  const [made, setMade] = useState<Made | null>(null);
  const runs = useMemo(() => freshRuns(views), [views]);
  useEffect(() => {
    if (!pair || !runs || !wanted) return;
    const seen = scansSeen(pair);
    const records = runs.map(({ record }) => record);
    // A run whose verdict has come is the same run.
    if (!seen || (made?.pair === pair && records.every((record, k) => record === made.records[k]))) return;
    // After the frame that shows the runs.
    const timer = setTimeout(() => setMade({ pair, records, worst: lensOf(runs, seen) }), 0);
    return () => clearTimeout(timer);
  }, [pair, runs, wanted, made]);
  const worst = wanted && made && made.pair === pair ? made.worst : null;
  const stage = useMemo((): StageLens | null => {
    const seen = worst && pair && scansSeen(pair);
    if (!seen) return null;
    const [x = 0, y = 0, z = 0] = transformPoints(seen.space.worldFromTarget, Float64Array.from(worst.place));
    const label = t('reg.lens.across', { width: lengthInWords(t, pair, worst.width) });
    const normal = rotateVectors(seen.space.worldFromTarget, Float64Array.from(worst.normal)).map(
      (c) => c / seen.space.scale,
    );
    return {
      place: [x, y, z],
      normal: [normal[0]!, normal[1]!, normal[2]!],
      width: worst.width * seen.space.scale,
      label,
    };
  }, [worst, pair, t]);
  return { worst, stage };
}
