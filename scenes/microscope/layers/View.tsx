import { useMemo, useState } from 'react';
import { identity } from '../../../src/math/matrix4.ts';
import { useStep } from '../../../src/runs/session.tsx';
import { PaneStage } from '../../../src/scene/PaneStage.tsx';
import { Notice } from '../../../src/scene/parts/Notice.tsx';
import { PointReadout } from '../../../src/scene/parts/PointReadout.tsx';
import { Pointing, type Pointables, type PointedAt } from '../../../src/scene/parts/Pointing.tsx';
import type { StagePane } from '../../../src/scene/stage.ts';
import type { ViewProps } from '../../../src/scene/viewProps.ts';
import { stepShown } from '../../../src/trace/jump.ts';
import { useText } from '../../../src/ui/useText.ts';
import { Edges } from '../../../src/view/clouds/Edges.tsx';
import { model } from '../model.ts';
import { netName } from './read.ts';
import type { LayersRun, NetRun } from './run/types.ts';
import { Head } from './views/Head.tsx';
import { Legend } from './views/Legend.tsx';
import { edgesOf } from './views/edges.ts';
import { HALF, TALL, TERRACE } from './views/place.ts';
import { Progress } from './views/Progress.tsx';
import { SheetLabels } from './views/SheetLabels.tsx';
import { Sheets } from './views/Sheets.tsx';
import { usePointed } from './views/usePointed.ts';
import '../microscope.css';

/** Feet and tops, with room at the right for the labels there. */
const outline = [
  ...[-HALF, 0, 9.5, HALF, 0, 9.5, -HALF, TALL, 7.6, -HALF, TALL, 1],
  ...[
    HALF + 5.8,
    0,
    1,
    HALF + 6.2,
    TERRACE,
    -9.5,
    -HALF,
    TERRACE + 0.75 * TALL,
    -9.5,
    HALF,
    TERRACE + 0.75 * TALL,
    -9.5,
  ],
];
const subject = {
  space: { worldFromTarget: identity(), scale: 1, radius: 13, centre: [0, 0, 0] },
  outline,
  direction: { azimuth: 26, elevation: 38 },
  clearance: 12,
  phoneClearance: 8,
} as const;

/** Each net as sheets in space: without batch normalization at the left, with it at the right. */
export default function View(props: ViewProps) {
  const t = useText();
  const { value: run, problem, older } = model.useResult('layers');
  const gradients = model.useState((state) => state.gradients);
  const prune = model.useState((state) => state.prune);
  const twin = model.useState((state) => state.twin);
  const alone = model.useState((state) => state.batchNorm);
  const [pointables] = useState<Pointables>(() => new Map());
  const [pointed, setPointed] = useState<PointedThen | null>(null);
  const { clock } = model.useSession();
  const shape = run ? run.spec.hidden.length : 0;
  const edges = useMemo(() => (shape > 0 ? edgesOf(shape, gradients) : null), [shape, gradients]);
  // Named before the first record comes, too.
  const norms = run ? run.nets.map(({ batchNorm }) => batchNorm) : twin ? [false, true] : [alone];
  const panes = norms.map((batchNorm, box): StagePane => {
    const net = run?.nets[box] ?? null;
    return {
      ...{ id: batchNorm ? 'with' : `net${box}`, older: older ? t('mic.older') : null },
      label: netName(t, { batchNorm }),
      head: <Head run={run} net={net} prune={prune} />,
      draw: (drawn) =>
        run &&
        net && (
          <>
            {edges && <Edges {...drawn} edges={edges.feet} width={1.2} ink={0.55} />}
            {edges && <Edges {...drawn} edges={edges.frames} width={1} ink={0.11} />}
            <Sheets {...{ drawn, run, net, gradients, prune }} />
            <SheetLabels {...{ drawn, run, net, gradients, box }} />
            <Pointable {...{ pointables, box, run, net, gradients }} />
          </>
        ),
    };
  });
  return (
    <PaneStage
      {...props}
      {...{ label: t('mic.canvas'), view: 'layers', subject, panes }}
      inside={(drawn) => (
        <Pointing
          {...{ drawn, pointables }}
          onPointed={(at) => setPointed(at && { ...at, run, step: stepShown(clock.t) })}
          onPress={() => undefined}
        />
      )}
    >
      {pointed && pointed.run === run && <PointedNow pointed={pointed} />}
      <Progress />
      <Legend run={run} gradients={gradients} />
      {problem && <Notice failed text={t(problem.kind === 'stopped' ? 'mic.stopped' : 'mic.failed')} />}
      {!run && !problem && <Notice text={t('mic.say.waiting')} />}
    </PaneStage>
  );
}

/** What was pointed at, and when: what the picture says by now is not told by it. */
interface PointedThen extends PointedAt {
  readonly run: LayersRun | null;
  readonly step: number;
}

function PointedNow({ pointed }: { readonly pointed: PointedThen }) {
  const step = useStep();
  const { title, colour, rows } = pointed;
  return step === pointed.step && <PointReadout at={pointed} {...{ title, colour, rows }} />;
}

interface PointableProps {
  readonly pointables: Pointables;
  readonly box: number;
  readonly run: LayersRun;
  readonly net: NetRun;
  readonly gradients: boolean;
}

function Pointable(props: PointableProps) {
  usePointed(props);
  return null;
}
