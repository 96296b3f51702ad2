import { useMemo, useState } from 'react';
import { identity } from '../../../src/math/matrix4.ts';
import { PaneStage } from '../../../src/scene/PaneStage.tsx';
import { Notice } from '../../../src/scene/parts/Notice.tsx';
import { PointReadout } from '../../../src/scene/parts/PointReadout.tsx';
import { Pointing, type Pointables, type PointedAt } from '../../../src/scene/parts/Pointing.tsx';
import type { StagePane } from '../../../src/scene/stage.ts';
import type { ViewProps } from '../../../src/scene/viewProps.ts';
import { useText } from '../../../src/ui/useText.ts';
import { model } from '../model.ts';
import { isMeasured, type BookId } from './ids.ts';
import { figureOf } from './picture/figure.ts';
import { pictureOf } from './picture/picture.ts';
import type { Ridges, Swarms } from './picture/types.ts';
import type { BookResult } from './run/types.ts';
import { seriesName } from './read.ts';
import { useBook } from './useBook.ts';
import { Figure } from './views/Figure.tsx';
import { Head, SwarmHead } from './views/Head.tsx';
import { DEEP, HALF, tallOf } from './views/place.ts';
import { RidgesIn, SwarmIn } from './views/Pieces.tsx';
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
  const [pointables] = useState<Pointables>(() => new Map());
  const [pointed, setPointed] = useState<PointedThen | null>(null);
  const picture = useMemo(() => result && pictureOf(result), [result]);
  const figure = useMemo(() => result && picture && figureOf(result, picture), [result, picture]);
  const name = t(`mic.experiment.${id}`);
  const panes = picture?.kind === 'swarms' ? swarmPanes(id, picture, name) : [ridgesPane(id, result, picture, name)];
  const problem = own.problem ?? (result ? null : record.problem);
  return (
    <PaneStage
      {...props}
      {...{ label: t('mic.book.canvas'), panes, subject: subjects[picture?.kind ?? 'ridges'] }}
      view={panes.length > 1 ? 'searches' : 'book'}
      inside={(drawn) => (
        <Pointing
          {...{ drawn, pointables }}
          onPointed={(at) => setPointed(at && { ...at, result })}
          onPress={() => undefined}
        />
      )}
    >
      {pointed && pointed.result === result && <PointReadout at={pointed} {...pointed} />}
      <div className="mic-beside">{figure && <Figure {...{ id, figure }} />}</div>
      <Whose />
      {problem?.kind === 'failed' && <Notice failed text={t('mic.failed')} />}
      {!result && !problem && <Notice text={t(isMeasured(id) ? 'mic.book.measuring' : 'mic.book.waiting')} />}
    </PaneStage>
  );

  function ridgesPane(of: BookId, shown: BookResult | null, ridges: Ridges | null, label: string): StagePane {
    return {
      ...{ id: 'space', label, head: <Head id={of} result={shown} /> },
      draw: (drawn) => ridges && <RidgesIn {...{ drawn, id: of, picture: ridges, pointables }} />,
    };
  }

  function swarmPanes(of: BookId, swarms: Swarms, label: string): readonly StagePane[] {
    return swarms.swarms.map((swarm, box) => ({
      ...{ id: swarm.name ?? 'space', label: swarm.name === null ? label : seriesName(t, swarm.name) },
      head: <SwarmHead id={of} swarm={swarm} />,
      draw: (drawn) => <SwarmIn {...{ drawn, id: of, picture: swarms, box, pointables }} />,
    }));
  }
}

/** What was pointed at, of which result. */
interface PointedThen extends PointedAt {
  readonly result: BookResult | null;
}
