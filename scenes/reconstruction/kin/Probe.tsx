import record from './likeness.json' with { type: 'json' };
import { useText } from '../../../src/ui/useText.ts';

/** What was measured of use and likeness, in the record's numbers: tools/reconstruction/likeness.mjs. */
export function Probe() {
  const t = useText();
  const { things, nearest, others } = record;
  const [low = 0, high = 0] = others.interval;
  const verdict = low > 0 ? 'feature' : high < 0 ? 'chamfer' : 'even';
  const percent = (share: number) => t.fixed(100 * share, 0);
  return (
    <p className="note">
      {t(`rec.probe.${verdict}`, {
        ...{ things, nearest },
        feature: percent(others.feature),
        chamfer: percent(others.chamfer),
        chance: percent(others.chance),
      })}
    </p>
  );
}
