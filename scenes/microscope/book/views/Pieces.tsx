import { useMemo } from 'react';
import type { Pointables } from '../../../../src/scene/parts/Pointing.tsx';
import type { Drawn } from '../../../../src/scene/stage.ts';
import { Edges } from '../../../../src/view/clouds/Edges.tsx';
import { about, type BookId } from '../ids.ts';
import type { Ridges, Swarms } from '../picture/types.ts';
import { edgesOf, floorEdges } from './edges.ts';
import { RidgeLabels } from './RidgeLabels.tsx';
import { RidgeRow } from './RidgeRow.tsx';
import { SwarmLabels } from './SwarmLabels.tsx';
import { SwarmOf } from './SwarmOf.tsx';
import { usePointedRidge, usePointedTrial } from './usePointed.ts';

interface RidgesInProps {
  readonly drawn: Drawn;
  readonly id: BookId;
  readonly picture: Ridges;
  readonly pointables: Pointables;
}

/** All that stands in the one pane of an experiment's curves. */
export function RidgesIn({ drawn, id, picture, pointables }: RidgesInProps) {
  const edges = useMemo(() => edgesOf(picture), [picture]);
  usePointedRidge(pointables, id, picture);
  return (
    <>
      <Edges {...drawn} edges={edges} width={1} ink={0.3} />
      <RidgeRow {...{ drawn, picture }} />
      <RidgeLabels {...{ drawn, id, picture }} />
    </>
  );
}

interface SwarmInProps {
  readonly drawn: Drawn;
  readonly id: BookId;
  readonly picture: Swarms;
  readonly box: number;
  readonly pointables: Pointables;
}

/** All that stands in the pane of a search. */
export function SwarmIn({ drawn, id, picture, box, pointables }: SwarmInProps) {
  const { swarms, space } = picture;
  const swarm = swarms[box]!;
  usePointedTrial(pointables, box, swarm, space);
  return (
    <>
      <Edges {...drawn} edges={floorEdges} width={1} ink={0.35} />
      <SwarmOf {...{ drawn, swarm, space, capacity: about[id].readings }} />
      <SwarmLabels {...{ drawn, space, box }} />
    </>
  );
}
