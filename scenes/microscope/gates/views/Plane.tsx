import { useCallback, useMemo } from 'react';
import { corners } from '../../../../src/networks/microscope/gates.ts';
import type { GateId } from '../../../../src/networks/microscope/truths.ts';
import type { Perceptron } from '../../../../src/networks/microscope/gates.ts';
import { Handles } from '../../../../src/scene/parts/Handles.tsx';
import type { Handle } from '../../../../src/scene/parts/handles.ts';
import { PaneLabels, type PaneLabel } from '../../../../src/scene/parts/PaneLabels.tsx';
import type { Pointables } from '../../../../src/scene/parts/Pointing.tsx';
import type { Drawn } from '../../../../src/scene/stage.ts';
import { useText } from '../../../../src/ui/useText.ts';
import { Edges, type Edge } from '../../../../src/view/clouds/Edges.tsx';
import { model } from '../../model.ts';
import { cornerText } from '../read.ts';
import { MARGIN } from '../run/grid.ts';
import { boundaryOf, dragged, heightsOf, handleIds, over, type HandleId } from '../run/perceptron.ts';
import type { Fold } from '../run/types.ts';
import { useCornerPointed } from './useCornerPointed.ts';
import { FoldedSheet } from './FoldedSheet.tsx';
import { StepSheet } from './StepSheet.tsx';

const glass = { tint: 0.85, opacity: 0.34, line: 1, lineOpacity: 0.35 };
/** The plane itself, which stays when the step is made of it. */
const faint = { tint: 0.85, opacity: 0.24, line: 1, lineOpacity: 0.25 };
const floor = { tint: 0.3, opacity: 1, line: 0.6, lineOpacity: 0.2 };
const ground = Float64Array.from(corners.flatMap(([x1, x2]) => over(x1, x2, 0)));
const unused = new Float64Array(12);
const at = { b: [0, 0], w1: [1, 0], w2: [0, 1] } as const satisfies Record<HandleId, readonly [number, number]>;
const symbols = { b: 'b', w1: 'w₁ + b', w2: 'w₂ + b' } as const;
/** Of a handle by hand and by key. */
const LIMIT = 1.5;
const KEY = 0.05;

const square: readonly Edge[] = ([[0, 0], [1, 0], [1, 1], [0, 1]] as const).map(([x1, x2], k, all) => {
  const [y1, y2] = all[(k + 1) % 4]!;
  return [over(x1, x2, 0), over(y1, y2, 0)];
}); // prettier-ignore

interface Props {
  readonly drawn: Drawn;
  readonly gate: GateId;
  readonly fold: Fold;
  readonly perceptron: Perceptron;
  readonly pointables: Pointables;
}

/** A perceptron's sum as a plane over the unit square, with three handles; where it cuts the ground is its decision. */
export function Plane({ drawn, gate, fold, perceptron, pointables }: Props) {
  const t = useText();
  const { boxes, holder } = drawn;
  const { store } = model.useSession();
  useCornerPointed({ pointables, gate, fold, box: 0, places: ground, judged: true });
  const floorFold = useMemo(() => flatOf(fold), [fold]);
  const lines = useMemo(() => linesOf(fold, perceptron), [fold, perceptron]);
  const labels = useMemo(() => labelsOf(gate, fold), [gate, fold]);
  const handles = useMemo(() => {
    const heights = heightsOf(perceptron);
    return handleIds.map((id): Handle => {
      const [x1, x2] = at[id];
      const value = heights[id];
      return {
        ...{ id, value, min: -LIMIT, max: LIMIT, step: KEY, text: `${symbols[id]} = ${t.number(value, 3)}` },
        ...{ label: t('mic.gates.handle', { x1, x2 }), at: over(x1, x2, value), next: over(x1, x2, value + 1) },
      };
    });
  }, [t, perceptron]);
  const onChange = useCallback(
    (id: string, value: number) => {
      const { w1, w2, b } = store.get().state;
      store.update({ ...dragged({ w1, w2, b }, id as HandleId, value) }, 'replace');
    },
    [store],
  );
  return (
    <>
      <FoldedSheet {...{ drawn, gate, ground }} fold={floorFold} places={unused} style={floor} stage={0} />
      <FoldedSheet {...{ drawn, gate, fold, ground }} places={unused} style={faint} stage={0} />
      <StepSheet {...{ drawn, fold, perceptron }} style={glass} />
      <Edges {...drawn} edges={square} width={1.5} ink={0.8} />
      <Edges {...drawn} edges={lines.rim} width={1.6} ink={0.7} />
      <Edges {...drawn} edges={lines.plumbs} width={1} ink={0.45} />
      <Edges {...drawn} edges={lines.boundary} width={3} ink={1} />
      <PaneLabels labels={labels} boxes={boxes} holder={holder} />
      {boxes[0] && <Handles {...{ handles, holder, onChange }} box={boxes[0]} />}
    </>
  );
}

/** The ground, tinted by the side of the line that it is on. */
function flatOf({ stages, ...fold }: Fold): Fold {
  const places = stages[0]!.places.slice();
  for (let i = 1; i < places.length; i += 3) places[i] = 0;
  return { ...fold, stages: [{ ...stages[0]!, places }] };
}

/** Of the square's side: from a corner's mark to its words. */
const BESIDE = 0.04;
const [LOW, HIGH] = [-MARGIN, 1 + MARGIN];

/** Rim of the plane, plumb lines at the corners, and where the sum is 0. */
function linesOf({ sums }: Fold, perceptron: Perceptron) {
  const { w1, w2, b } = perceptron;
  const onPlane = (x1: number, x2: number) => over(x1, x2, w1 * x1 + w2 * x2 + b);
  const ring = ([[LOW, LOW], [HIGH, LOW], [HIGH, HIGH], [LOW, HIGH]] as const).map(([x1, x2]) => onPlane(x1, x2)); // prettier-ignore
  const line = boundaryOf(perceptron);
  return {
    rim: ring.map((place, k): Edge => [place, ring[(k + 1) % 4]!]),
    plumbs: corners.map(([x1, x2], k): Edge => [over(x1, x2, 0), over(x1, x2, sums[k]!)]),
    boundary: line ? [[over(...line[0], 0), over(...line[1], 0)] as Edge] : [],
  };
}

function labelsOf(gate: GateId, fold: Fold): readonly PaneLabel[] {
  return [
    // Beside its plumb line, on which the rings move.
    ...corners.map(([x1, x2], corner): PaneLabel => ({
      ...{
        text: cornerText(gate, fold, corner),
        at: over(x1 === 0 ? -BESIDE : 1 + BESIDE, x2, 0),
        side: x1 === 0 ? 'left' : 'right',
      },
    })),
    { text: 'x₁', at: over(0.5, LOW, 0), side: 'below' },
    { text: 'x₂', at: over(LOW, 0.5, 0), side: 'left' },
  ];
}
