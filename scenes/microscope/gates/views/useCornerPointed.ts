import { corners } from '../../../../src/networks/microscope/gates.ts';
import { truths, type GateId } from '../../../../src/networks/microscope/truths.ts';
import { usePointable, type Pointables, type Pointed, type Ray } from '../../../../src/scene/parts/Pointing.tsx';
import { useTheme } from '../../../../src/ui/preferences.ts';
import { useText } from '../../../../src/ui/useText.ts';
import { cornerName, hueOf } from '../read.ts';
import type { Fold } from '../run/types.ts';

interface Props {
  readonly pointables: Pointables;
  readonly box: number;
  readonly gate: GateId;
  readonly fold: Fold;
  /** Where the corners are now, x, y, z each. */
  readonly places: Float64Array;
  /** Whether what it says may be told. */
  readonly judged: boolean;
}

/** Which corner the pointer is at; −1: at none. */
export function cornerAt({ distanceTo, reach }: Pick<Ray, 'distanceTo' | 'reach'>, places: Float64Array): number {
  const distances = corners.map((_, k) => {
    const [x, y, z] = places.subarray(3 * k, 3 * k + 3);
    return distanceTo({ x: x!, y: y!, z: z! });
  });
  const nearest = distances.reduce((best, distance, k) => (distance < (distances[best] ?? reach) ? k : best), -1);
  return nearest;
}

/** The numbers of the corner under the pointer. */
export function useCornerPointed({ pointables, box, gate, fold, places, judged }: Props): void {
  const t = useText();
  const theme = useTheme();
  usePointable(pointables, box, (ray): Pointed | null => {
    const corner = cornerAt(ray, places);
    if (corner < 0) return null;
    const truth = truths[gate][corner]!;
    const says = [
      { id: 'sum', label: t('mic.gates.point.sum'), value: t.number(fold.sums[corner]!, 3) },
      { id: 'says', label: t('mic.gates.point.says'), value: String(fold.answers[corner] ?? t('mic.gates.neither')) },
    ];
    return {
      ...{ title: `(x₁, x₂) = ${cornerName(corner)}`, colour: hueOf(theme, truth === 1) },
      rows: [{ id: 'gate', label: t('mic.gates.point.gate'), value: String(truth) }, ...(judged ? says : [])],
    };
  });
}
