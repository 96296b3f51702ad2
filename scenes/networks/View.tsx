import { useMemo } from 'react';
import { identity } from '../../src/math/matrix4.ts';
import { PaneStage, type StagePane } from '../../src/scene/PaneStage.tsx';
import { Notice } from '../../src/scene/parts/Notice.tsx';
import { PaneLabels, type PaneLabel } from '../../src/scene/parts/PaneLabels.tsx';
import type { ViewProps } from '../../src/scene/viewProps.ts';
import { useText } from '../../src/ui/useText.ts';
import { model, type Look } from './model.ts';
import { trackOf } from './read.ts';
import type { Run, Track } from './run/types.ts';
import { nameOf } from './state.ts';
import { inputLabels, planeLabels } from './views/axes.ts';
import { LossHead, NetHead } from './views/heads.tsx';
import { LossRelief } from './views/LossRelief.tsx';
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
  const view = model.useState((state) => state.view);
  const selected = model.useState((state) => state.selected);
  const log = model.useState((state) => state.height === 'log');
  const truth = model.useState((state) => state.truth);
  const inputs = useMemo(() => (run ? inputLabels(t, displayOf(run)) : []), [t, run]);
  const axes = useMemo(() => (look ? planeLabels(t, terrainOf(look.landscape, log).display) : []), [t, look, log]);
  const shown: readonly (Track | null)[] = run ? (view === 'nets' ? run.tracks : [trackOf(run, selected)]) : [null];
  const nets = view === 'loss' ? [] : shown.map((track) => netPane(track, run, nameOf(track?.id ?? selected), inputs));
  const stale = look && run && look.run.spec !== run.spec ? t('net.older') : null;
  const loss: readonly StagePane[] =
    view === 'nets'
      ? []
      : [
          {
            id: 'loss',
            label: t('net.loss.title'),
            head: <LossHead look={look} selected={selected} />,
            older: stale,
            draw: (drawn) =>
              look && (
                <>
                  <LossRelief {...{ drawn, look, selected, log, truth }} box={nets.length} />
                  <InPane labels={axes} drawn={drawn} box={nets.length} />
                </>
              ),
          },
        ];
  const panes = [...nets, ...loss];
  const failed = problem ?? lookProblem;
  return (
    <PaneStage {...props} label={t('net.canvas')} view={view} subject={subject} panes={panes}>
      {failed && <Notice failed text={t(failed.kind === 'stopped' ? 'net.stopped' : 'net.failed')} />}
      {!run && waiting && <Notice text={t('net.starting')} />}
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
        track && (
          <>
            <NetRelief drawn={drawn} run={of} track={track} />
            <InPane labels={labels} drawn={drawn} box={shown.indexOf(track)} />
          </>
        ),
    };
  }
}

type Stage = Parameters<StagePane['draw']>[0];

/** Words at places of one pane. */
function InPane({ labels, drawn, box }: { labels: readonly PaneLabel[]; drawn: Stage; box: number }) {
  const { boxes, holder } = drawn;
  const own = useMemo(() => boxes.slice(box, box + 1), [boxes, box]);
  return <PaneLabels labels={labels} boxes={own} holder={holder} />;
}

export type { Look };
