import { lazy, Suspense, useCallback } from 'react';
import { ComputingProvider, useClockOfRuns, useOpenComputing } from './runs/jobs.tsx';
import { useRegistrationSession, useRuns } from './runs/session.tsx';
import { stepShown } from '../../src/trace/jump.ts';
import { Boundary } from '../../src/ui/Boundary.tsx';
import { ErrorCard } from '../../src/ui/ErrorCard.tsx';
import { Interruptions } from '../../src/ui/Interruptions.tsx';
import { Parameters } from '../../src/ui/Parameters.tsx';
import { DataSelect } from './panel/DataSelect.tsx';
import type { PageProps } from '../../src/ui/scene.ts';
import { Shell } from '../../src/ui/Shell.tsx';
import { Summary } from '../../src/ui/Summary.tsx';
import { usePageFates } from '../../src/ui/usePageFates.ts';
import type { Words } from '../../src/ui/useText.ts';
import { cards } from './cards/index.ts';
import { keyTable } from './keys.ts';
import { DropAnywhere } from './own/DropAnywhere.tsx';
import { OwnClouds } from './own/OwnClouds.tsx';
import { RegistrationExport } from './RegistrationExport.tsx';
import { RegistrationScene } from './RegistrationScene.tsx';
import { summaryOf } from './summary.ts';
import { LeftColumn, SpokenCaption } from './Told.tsx';
import '../../src/ui/clouds/panes.css';
import './registration.css';

const Panel = lazy(() => import('./Panel.tsx'));
const CurveChart = lazy(() => import('./chart/CurveChart.tsx'));
const DataTable = lazy(() => import('./read/RecordTable.tsx'));

const tips = ['help.orbit', 'reg.help.threads', 'reg.help.fitness', 'help.default'] as const;

/** The page of the registration scene: the common shell, filled. */
export function RegistrationPage({ notices, embed, query, renderer, switcher }: PageProps) {
  const session = useRegistrationSession();
  const { failure, pictureLost, onRestart, onError, onContext, onPictureError, interruptions } = usePageFates();
  const computing = useOpenComputing(onRestart, onError);
  useClockOfRuns();
  const drawn = pictureLost ? null : renderer;
  const stage = (
    <>
      {failure !== null && (
        <div className="problem">
          <ErrorCard error={failure} />
        </div>
      )}
      <Boundary onError={onPictureError}>
        <RegistrationScene
          renderer={drawn}
          askedQuality={query.get('quality')}
          onContext={onContext}
          onError={onPictureError}
        />
      </Boundary>
      <OwnClouds />
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
          <Parameters ready head={<DataSelect />}>
            <Panel />
          </Parameters>
        }
        chart={
          <Suspense>
            <CurveChart />
          </Suspense>
        }
        table={
          <Suspense>
            <DataTable />
          </Suspense>
        }
        badge={() => null}
        machine={null}
        summary={<SpokenSummary />}
        exportMenu={<RegistrationExport />}
        switcher={switcher}
        tagline="registration.tagline"
        cards={cards}
        keys={keyTable}
        tips={tips}
        about="reg.help.words"
      />
      <Interruptions {...interruptions} />
    </ComputingProvider>
  );
}

/** Speaks anew when a run arrives, too: the clock may have nothing to say of it. */
function SpokenSummary() {
  const { store, clock } = useRegistrationSession();
  const runs = useRuns((all) => all);
  const describe = useCallback(
    (t: Words) => summaryOf(t, store.get().state, runs, stepShown(clock.t), clock.playing),
    [store, clock, runs],
  );
  return <Summary describe={describe} />;
}
