import { useMemo, useState } from 'react';
import { identity } from '../../src/math/matrix4.ts';
import { PaneStage } from '../../src/scene/PaneStage.tsx';
import type { StagePane } from '../../src/scene/stage.ts';
import { Notice } from '../../src/scene/parts/Notice.tsx';
import { PointReadout } from '../../src/scene/parts/PointReadout.tsx';
import { PaneLabels, type PaneLabel } from '../../src/scene/parts/PaneLabels.tsx';
import type { ViewProps } from '../../src/scene/viewProps.ts';
import { stepShown } from '../../src/trace/jump.ts';
import { useStep } from '../../src/runs/session.tsx';
import { useText } from '../../src/ui/useText.ts';
import { Aside } from './Aside.tsx';
import { model, type Look } from './model.ts';
import { trackOf } from './read.ts';
import { saysOf } from './run/says.ts';
import type { Run, Track } from './run/types.ts';
import { nameOf } from './trainers.ts';
import { studyFor } from './studies/ids.ts';
import { inputLabels, planeLabels } from './views/axes.ts';
import { CrowdView } from './views/CrowdView.tsx';
import { LossHead, lossWay, NetHead, netWay } from './views/heads.tsx';
import { LossRelief } from './views/LossRelief.tsx';
import { Pointing, type Pointables, type PointedAt } from '../../src/scene/parts/Pointing.tsx';
import { HeatRoom } from './heat/HeatRoom.tsx';
import { lookName } from './starts/look.ts';
import { StartsProgress } from './starts/StartsLegend.tsx';
import { Legend } from './views/Legend.tsx';
import { Progress } from './views/Progress.tsx';
import { addPoint } from './own/add.ts';
import { displayOf, NetRelief } from './views/NetRelief.tsx';
import { terrainOf } from './views/terrain.ts';
import { FLOOR, RELIEF, SIDE } from './views/useRelief.ts';
import './networks.css';

const HALF = SIDE / 2;
const subject = {
  space: { worldFromTarget: identity(), scale: 1, radius: 14, centre: [0, 0, 0] },
  outline: Array.from({ length: 8 }, (_, i) => [
    i & 1 ? HALF : -HALF,
    i & 2 ? RELIEF * SIDE * 1.05 : FLOOR,
    i & 4 ? HALF : -HALF,
  ]).flat(),
  direction: { azimuth: -28, elevation: 39 },
  clearance: 16,
  phoneClearance: 10,
} as const;

/** What each net says over its inputs at the left; at the right the loss over a plane through their weights. */
export default function View(props: ViewProps) {
  const t = useText();
  const { value: run, problem, waiting } = model.useResult('run');
  const { value: look, problem: lookProblem } = model.useResult('landscape');
  const { value: other, problem: otherProblem } = model.useResult('other');
  const { problem: studyProblem } = model.useResult('study');
  const { problem: bentProblem } = model.useResult('sharpness');
  const view = model.useState((state) => state.view);
  const selected = model.useState((state) => state.selected);
  const rule = model.useState((state) => state.rule);
  const log = model.useState((state) => state.height === 'log');
  const truth = model.useState((state) => state.truth);
  const { value: starts, waiting: starting, part: started, problem: startsProblem } = model.useResult('starts');
  const draped = starts && look && starts.landscape === lookName(look) ? starts : null;
  const { store, own, clock } = model.useSession();
  const [pointables] = useState<Pointables>(() => new Map());
  const [pointed, setPointed] = useState<PointedThen | null>(null);
  // Of all parts of a training the same.
  const data = run?.data ?? null;
  const inputs = useMemo(
    () => (data && data.train.inputs <= 2 && data.train.inputs > 0 ? inputLabels(t, displayOf(data)) : []),
    [t, data],
  );
  const axes = useMemo(() => (look ? planeLabels(t, terrainOf(look.landscape, log).display) : []), [t, look, log]);
  // An experiment with a setting of its own: the panes would show another one's nets.
  const alone = model.useState((state) => studyFor(state.card)?.ofRun === false);
  const shown: readonly (Track | null)[] = run ? (view === 'nets' ? run.tracks : [trackOf(run, selected)]) : [null];
  const says = run ? saysOf(run.network) : 'plane';
  const nets =
    view === 'loss' || view === 'losses' || run?.landscape || says === null
      ? []
      : shown.map((track) => netPane(track, run, track?.name ?? nameOf(selected, rule), inputs));
  const asked = useMemo(() => (run ? questionOf(run) : null), [run]);
  const stale = look && run && questionOf(look.run) !== asked ? t('net.older') : null;
  const lossPane = (id: string, of: Look | null, box: number): StagePane => ({
    ...{ id, label: t('net.loss.title'), older: stale },
    head: <LossHead look={run && of} selected={selected} />,
    draw: (drawn) =>
      run &&
      of && (
        <>
          <LossRelief
            {...{ drawn, look: of, selected, log, truth, box, pointables }}
            starts={of === look ? draped : null}
          />
          <InPane labels={axes} drawn={drawn} box={box} />
        </>
      ),
  });
  const losses =
    view === 'nets'
      ? []
      : view === 'losses' && run?.network.task !== 'values'
        ? [lossPane('loss', look, 0), lossPane('other', other, 1)]
        : [lossPane('loss', look, nets.length)];
  const isMap = view === 'heat' && !alone;
  const panes = alone || isMap ? [] : [...nets, ...losses];
  const failed = problem ?? lookProblem ?? otherProblem ?? studyProblem ?? bentProblem;
  const onPointed = (at: PointedAt | null) => setPointed(at && { ...at, run, step: stepShown(clock.t) });
  const onPress = ({ input }: PointedAt) => {
    if (input && store.get().state.data === 'own') addPoint(store, input, own.files.getState().brush);
  };
  return (
    <PaneStage
      {...props}
      {...{ label: t('net.canvas'), view, panes }}
      subject={alone || isMap ? null : subject}
      inside={(drawn) => <Pointing {...{ drawn, pointables, onPointed, onPress }} />}
    >
      {pointed && pointed.run === run && <PointedNow pointed={pointed} />}
      {!alone && <Progress />}
      {losses.length > 0 && starting && !waiting && <StartsProgress part={started} />}
      {isMap && <HeatRoom />}
      {!alone && !isMap && (
        <Legend
          starts={losses.length > 0 ? draped : null}
          look={view === 'nets' ? null : look}
          classes={nets.length > 0 && says === 'crowd' ? (run?.network.outputs ?? 0) : 0}
          ways={[
            ...(run && nets.length > 0 ? [netWay(t, run)] : []),
            ...(look && losses.length > 0 ? [lossWay(t, look)] : []),
          ]}
        />
      )}
      <Aside alone={alone} />
      {startsProblem && !failed && losses.length > 0 && (
        <Notice failed text={t(startsProblem.kind === 'stopped' ? 'net.stopped' : 'net.starts.failed')} />
      )}
      {failed && <Notice failed text={t(failed.kind === 'stopped' ? 'net.stopped' : 'net.failed')} />}
      {!run && !failed && <Notice text={t(waiting ? 'net.starting' : 'net.own.hint')} />}
    </PaneStage>
  );

  function netPane(track: Track | null, of: Run | null, name: string, labels: readonly PaneLabel[]): StagePane {
    const id = track?.id ?? 'net';
    return {
      id,
      label: t('net.says.of', { optimizer: name }),
      head: <NetHead run={of} track={track} />,
      draw: (drawn) =>
        of &&
        track &&
        (says === 'crowd' ? (
          <CrowdView {...{ drawn, run: of, track, box: shown.indexOf(track), pointables }} />
        ) : (
          <>
            <NetRelief {...{ drawn, run: of, track, box: shown.indexOf(track), pointables }} />
            <InPane labels={labels} drawn={drawn} box={shown.indexOf(track)} />
          </>
        )),
    };
  }
}

/** What was pointed at, and when: what the picture says by now is not told by it. */
interface PointedThen extends PointedAt {
  readonly run: Run | null;
  readonly step: number;
}

function PointedNow({ pointed }: { readonly pointed: PointedThen }) {
  const step = useStep();
  if (step !== pointed.step) return null;
  return <PointReadout at={pointed} title={pointed.title} colour={pointed.colour} rows={pointed.rows} />;
}

/** The training that a run is a part of; of one from elsewhere the run itself is its name. */
const questionOf = (run: Run): unknown => (run.spec ? JSON.stringify(run.spec) : run);

type Stage = Parameters<StagePane['draw']>[0];

/** Words at places of one pane. */
function InPane({ labels, drawn, box }: { labels: readonly PaneLabel[]; drawn: Stage; box: number }) {
  const { boxes, holder } = drawn;
  const own = useMemo(() => boxes.slice(box, box + 1), [boxes, box]);
  return <PaneLabels labels={labels} boxes={own} holder={holder} />;
}
