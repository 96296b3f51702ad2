import { useMemo } from 'react';
import { identity } from '../../../src/math/matrix4.ts';
import { PaneStage } from '../../../src/scene/PaneStage.tsx';
import { Notice } from '../../../src/scene/parts/Notice.tsx';
import type { StagePane } from '../../../src/scene/stage.ts';
import type { ViewProps } from '../../../src/scene/viewProps.ts';
import { useText } from '../../../src/ui/useText.ts';
import { Edges } from '../../../src/view/clouds/Edges.tsx';
import { model } from '../model.ts';
import { about, isMeasured, type BookId } from './ids.ts';
import { figureOf } from './picture/figure.ts';
import { pictureOf } from './picture/picture.ts';
import type { Picture, Ridges, Swarms } from './picture/types.ts';
import type { BookResult } from './run/types.ts';
import { useBook } from './useBook.ts';
import { edgesOf, floorEdges } from './views/edges.ts';
import { Figure } from './views/Figure.tsx';
import { Head, SwarmHead } from './views/Head.tsx';
import { DEEP, HALF, tallOf } from './views/place.ts';
import { RidgeLabels } from './views/RidgeLabels.tsx';
import { RidgeRow } from './views/RidgeRow.tsx';
import { SwarmLabels } from './views/SwarmLabels.tsx';
import { SwarmOf } from './views/SwarmOf.tsx';
import { Whose } from './views/Whose.tsx';
import '../microscope.css';
import './book.css';

/** Beside the picture there is room for names and numbers. */
const ROOM = 2.6;
const outline = [-HALF - ROOM, HALF + ROOM].flatMap((x) => [x, 0, DEEP, x, 0, -DEEP, x * 0.8, tallOf(1), -DEEP]);
const space = { worldFromTarget: identity(), scale: 1, radius: 13, centre: [0, 0, 0] } as const;
const framed = { space, outline, clearance: 10, phoneClearance: 6 } as const;
const subjects = {
  ridges: { ...framed, direction: { azimuth: -22, elevation: 34 } },
  swarms: { ...framed, direction: { azimuth: -24, elevation: 26 } },
} as const;

/** An experiment in space, and beside it its figure as a book prints it. */
export default function View(props: ViewProps) {
  const t = useText();
  const id = model.useState((state) => state.experiment);
  const { result } = useBook();
  const record = model.useResult('record');
  const own = model.useResult('book');
  const picture = useMemo(() => result && pictureOf(result), [result]);
  const figure = useMemo(() => result && picture && figureOf(result, picture), [result, picture]);
  const panes = panesOf(id, result, picture, (name) => t(`mic.experiment.${name}`));
  const problem = own.problem ?? (result ? null : record.problem);
  return (
    <PaneStage
      {...props}
      {...{ label: t('mic.book.canvas'), panes, subject: subjects[picture?.kind ?? 'ridges'] }}
      view={panes.length > 1 ? 'searches' : 'book'}
    >
      <div className="mic-beside">{figure && <Figure {...{ id, figure }} />}</div>
      <Whose />
      {problem?.kind === 'failed' && <Notice failed text={t('mic.failed')} />}
      {!result && !problem && <Notice text={t(isMeasured(id) ? 'mic.book.measuring' : 'mic.book.waiting')} />}
    </PaneStage>
  );
}

function panesOf(
  id: BookId,
  result: BookResult | null,
  picture: Picture | null,
  nameOf: (id: BookId) => string,
): readonly StagePane[] {
  if (picture?.kind === 'swarms') return picture.swarms.map((_, place) => swarmPane(id, picture, place, nameOf(id)));
  return [
    {
      ...{ id: 'space', label: nameOf(id), head: <Head {...{ id, result }} /> },
      draw: (drawn) => picture && <RidgesIn {...{ drawn, id, picture }} />,
    },
  ];
}

function RidgesIn({
  drawn,
  id,
  picture,
}: {
  readonly drawn: Parameters<StagePane['draw']>[0];
  readonly id: BookId;
  readonly picture: Ridges;
}) {
  const edges = useMemo(() => edgesOf(picture), [picture]);
  return (
    <>
      <Edges {...drawn} edges={edges} width={1} ink={0.3} />
      <RidgeRow {...{ drawn, picture }} />
      <RidgeLabels {...{ drawn, id, picture }} />
    </>
  );
}

function swarmPane(id: BookId, { swarms, space: searched }: Swarms, place: number, name: string): StagePane {
  const swarm = swarms[place]!;
  return {
    ...{ id: swarm.name ?? 'space', label: swarm.name ?? name, head: <SwarmHead {...{ id, swarm }} /> },
    draw: (drawn) => (
      <>
        <Edges {...drawn} edges={floorEdges} width={1} ink={0.35} />
        <SwarmOf {...{ drawn, swarm, space: searched, capacity: about[id].readings }} />
        <SwarmLabels {...{ drawn, space: searched, box: place }} />
      </>
    ),
  };
}
