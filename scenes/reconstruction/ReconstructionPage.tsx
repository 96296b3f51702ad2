import { lazy, Suspense, useCallback } from 'react';
import { ComputingProvider, useOpenComputing } from './runs/jobs.tsx';
import { useReconstructionSession, useReconstructionState, useResults } from './runs/session.tsx';
import { Boundary } from '../../src/ui/Boundary.tsx';
import { ErrorCard } from '../../src/ui/ErrorCard.tsx';
import { Interruptions } from '../../src/ui/Interruptions.tsx';
import { Parameters } from '../../src/ui/Parameters.tsx';
import { ViewSelect } from './panel/ViewSelect.tsx';
import type { PageProps } from '../../src/ui/scene.ts';
import { Shell } from '../../src/ui/Shell.tsx';
import { Summary } from '../../src/ui/Summary.tsx';
import { usePageFates } from '../../src/ui/usePageFates.ts';
import type { Words } from '../../src/ui/useText.ts';
import { AnswerView } from './answer/AnswerView.tsx';
import { cards } from './cards/index.ts';
import { ReconstructionExport } from './export/ReconstructionExport.tsx';
import { DropAnywhere } from './input/DropAnywhere.tsx';
import { keyTable } from './keys.ts';
import { kinSummary } from './kin/summary.ts';
import { lossesSummary } from './losses/summary.ts';
import { manySummary } from './many/summary.ts';
import { answerSummary } from './summary.ts';
import { LeftColumn, SpokenCaption } from './Told.tsx';
import type { ViewProps } from './viewProps.ts';
import '../../src/ui/clouds/panes.css';
import './reconstruction.css';

const Panel = lazy(() => import('./Panel.tsx'));
const FigureTable = lazy(() => import('./figures/FigureTable.tsx'));
const ResultTable = lazy(() => import('./read/ResultTable.tsx'));
const MeanChart = lazy(() => import('./losses/MeanChart.tsx'));
const LossesView = lazy(() => import('./losses/LossesView.tsx'));
const KinView = lazy(() => import('./kin/KinView.tsx'));
const ManyView = lazy(() => import('./many/ManyView.tsx'));

const tips = ['help.orbit', 'rec.help.pane', 'rec.help.lookup', 'help.default'] as const;

/** The page of the reconstruction scene: the common shell, filled. */
export function ReconstructionPage({ notices, embed, query, renderer, switcher }: PageProps) {
  const session = useReconstructionSession();
  const view = useReconstructionState((state) => state.view);
  const { failure, pictureLost, onRestart, onError, onContext, onPictureError, interruptions } = usePageFates();
  const computing = useOpenComputing(onRestart, onError);
  const stage = (
    <>
      {failure !== null && (
        <div className="problem">
          <ErrorCard error={failure} />
        </div>
      )}
      <Boundary key={view} onError={onPictureError}>
        <Suspense fallback={<div className="clouds rec-clouds" data-view={view} />}>
          <View
            renderer={pictureLost ? null : renderer}
            askedQuality={query.get('quality')}
            onContext={onContext}
            onError={onPictureError}
          />
        </Suspense>
      </Boundary>
      {!embed && <DropAnywhere />}
    </>
  );
  return (
    <ComputingProvider computing={computing}>
      <Shell
        session={session}
        layout="panes"
        embed={embed}
        stage={stage}
        left={<LeftColumn notices={notices} />}
        caption={<SpokenCaption notices={notices} />}
        parameters={
          <Parameters ready head={<ViewSelect />}>
            <Panel />
          </Parameters>
        }
        chart={
          view === 'answer' || view === 'losses' ? (
            <Suspense>{view === 'answer' ? <FigureTable /> : <MeanChart />}</Suspense>
          ) : null
        }
        chartIs={view === 'answer' ? 'table' : 'chart'}
        table={
          <Suspense>
            <ResultTable />
          </Suspense>
        }
        badge={() => null}
        machine={null}
        summary={<SpokenSummary />}
        exportMenu={<ReconstructionExport />}
        switcher={switcher}
        tagline="reconstruction.tagline"
        cards={cards}
        keys={keyTable}
        tips={tips}
        about="rec.help.words"
      />
      <Interruptions {...interruptions} />
    </ComputingProvider>
  );
}

/** Whichever view is open. */
function View(props: ViewProps) {
  const view = useReconstructionState((state) => state.view);
  switch (view) {
    case 'answer':
      return <AnswerView {...props} />;
    case 'losses':
      return <LossesView {...props} />;
    case 'kin':
      return <KinView {...props} />;
    case 'many':
      return <ManyView {...props} />;
  }
}

/** Speaks anew when a result arrives, too: the clock may have nothing to say of it. */
function SpokenSummary() {
  const session = useReconstructionSession();
  const { store, clock } = session;
  const results = useResults((all) => all);
  const describe = useCallback(
    (t: Words) => {
      const { state } = store.get();
      switch (state.view) {
        case 'answer':
          return answerSummary(t, state, results, clock.playing);
        case 'losses':
          return lossesSummary(t, session);
        case 'kin':
          return kinSummary(t, session);
        case 'many':
          return manySummary(t, session);
      }
    },
    [store, clock, results, session],
  );
  return <Summary describe={describe} />;
}
