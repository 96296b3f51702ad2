import { useMemo } from 'react';
import { useStep } from '../../../../src/runs/session.tsx';
import { FollowLabels, type FollowLabel } from '../../../../src/scene/parts/FollowLabels.tsx';
import { PaneLabels, type PaneLabel } from '../../../../src/scene/parts/PaneLabels.tsx';
import type { Pointables } from '../../../../src/scene/parts/Pointing.tsx';
import type { Drawn } from '../../../../src/scene/stage.ts';
import { truths } from '../../../../src/networks/microscope/truths.ts';
import { Edges, type Edge } from '../../../../src/view/clouds/Edges.tsx';
import { cornerName, cornerText, hueOf, stageShown } from '../read.ts';
import { ROOM } from '../run/room.ts';
import type { XorFold } from '../run/types.ts';
import { CuttingPlane } from './CuttingPlane.tsx';
import { useCornerPointed } from './useCornerPointed.ts';
import { FoldedSheet } from './FoldedSheet.tsx';

const { x, y, z } = ROOM;
const style = { tint: 0.4, opacity: 1, line: 1, lineOpacity: 0.75 };
/** The room's floor and the edge at its back. */
const edges: readonly Edge[] = [
  [[-x, -y, z], [x, -y, z]],
  [[x, -y, z], [x, -y, -z]],
  [[x, -y, -z], [-x, -y, -z]],
  [[-x, -y, -z], [-x, -y, z]],
  [[-x, -y, -z], [-x, y, -z]],
]; // prettier-ignore

interface Props {
  readonly drawn: Drawn;
  readonly fold: XorFold;
  readonly box: number;
  readonly pointables: Pointables;
}

/** One net: the sheet in the room of the layer that the clock is at. */
export function Layers({ drawn, fold, box, pointables }: Props) {
  const { holder, boxes } = drawn;
  const { theme } = drawn.palette;
  const step = useStep();
  const stage = stageShown(step, fold.stages.length);
  // What it says is told once the last plane is there.
  const judged = stage === fold.stages.length - 1;
  const places = useMemo(() => new Float64Array(12), []);
  useCornerPointed({ pointables, box, fold, places, judged, gate: 'xor' });
  const axes = useMemo(() => axesOf(fold, stage), [fold, stage]);
  const own = useMemo(() => boxes.slice(box, box + 1), [boxes, box]);
  const corners = useMemo(
    () =>
      [0, 1, 2, 3].map((corner): FollowLabel => ({
        ...{ id: `corner${corner}`, text: judged ? cornerText('xor', fold, corner) : cornerName(corner) },
        colour: hueOf(theme, truths.xor[corner] === 1),
        where: () => [[places[3 * corner]!, places[3 * corner + 1]!, places[3 * corner + 2]!]],
      })),
    [fold, judged, places, theme],
  );
  return (
    <>
      <Edges {...drawn} edges={edges} width={1} ink={0.25} />
      <FoldedSheet {...{ drawn, fold, places, style }} gate="xor" />
      {fold.plane.length > 0 && <CuttingPlane {...{ drawn, fold }} />}
      <PaneLabels labels={axes} boxes={own} holder={holder} />
      <FollowLabels labels={corners} box={boxes[box]!} holder={holder} />
    </>
  );
}

/** What runs along the room's edges at a stage. */
function axesOf({ stages }: XorFold, stage: number): readonly PaneLabel[] {
  const { kind, layer, width } = stages[stage]!;
  const letter = kind === 'affine' ? 'z' : 'a';
  const below = (text: string, at: PaneLabel['at']): PaneLabel => ({ text, at, side: 'below' });
  const deep = (text: string): PaneLabel => ({ text, at: [-x, -y, 0], side: 'left' });
  if (kind === 'input') return [below('x₁', [0, -y, z]), deep('x₂')];
  return [
    below(`${letter}₁ (${layer})`, [0, -y, z]),
    { text: `${letter}₂ (${layer})`, at: [-x, 0, -z], side: 'left' },
    deep(width > 2 ? `${letter}₃ (${layer})` : 'x₁ − x₂'),
  ];
}
