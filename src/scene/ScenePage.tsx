import { Suspense, useCallback, useEffect, useMemo, type ReactNode } from 'react';
import { holdUntilDrawn } from '../runs/hold.ts';
import { useRecorded } from '../runs/session.tsx';
import { Boundary } from '../ui/Boundary.tsx';
import type { Card, CardEvidence } from '../ui/cards/types.ts';
import { Interruptions } from '../ui/Interruptions.tsx';
import { keyTableOf, type KeyCommand } from '../ui/keys.ts';
import { Parameters } from '../ui/Parameters.tsx';
import { Problem } from '../ui/Problem.tsx';
import type { PageProps } from '../ui/scene.ts';
import { Shell } from '../ui/Shell.tsx';
import { Summary } from '../ui/Summary.tsx';
import { usePageFates } from '../ui/usePageFates.ts';
import { useText, type Words } from '../ui/useText.ts';
import { ComputingProvider, useChanges, useClockOfResults, useOpenComputing } from './computing.tsx';
import type { SceneDef } from './described.ts';
import type { Disposable, Values } from './model.ts';
import { keysOf } from './state/keys.ts';
import { tellersOf } from './tellers.tsx';
import { usualOf } from './usual.tsx';
import { allParts } from './panel/allParts.ts';
import type { Entries } from './state/table.ts';
import { later } from '../ui/later.tsx';

// After the first picture; its name keeps its place.
const ExportMenu = later(async () => ({ default: (await import('../ui/export/ExportMenu.tsx')).ExportMenu }));
const ScenePanel = later(() => import('./panel/ScenePanel.tsx'));
const nothing = () => null;
const nothingKept = () => ({ record: null, changes: '' });

/** The keys of a scene's own: those that it names itself, then its state table's. */
export function ownKeysOf<
  E extends Entries,
  J extends Disposable,
  R extends Values,
  Own,
  Ev extends CardEvidence,
  C extends Card<Ev>,
>({ model, keys = [] }: SceneDef<E, J, R, Own, Ev, C>): readonly KeyCommand[] {
  return [...(keys as readonly KeyCommand[]), ...keysOf(model.table)];
}

/** Fetched when it is drawn; should it break, the page goes on. */
function Part({ children }: { readonly children: ReactNode }) {
  return (
    <Boundary onError={reportError}>
      <Suspense>{children}</Suspense>
    </Boundary>
  );
}

/** Stands where a scene has nothing else to say over its rows. */
function PanelTitle() {
  const t = useText();
  // Its heading says the same to a screen reader.
  return (
    <span className="panel-title" aria-hidden="true">
      {t('panel.label')}
    </span>
  );
}

/** The page of a scene: the common shell, filled with what the scene describes. */
export function pageOf<
  E extends Entries,
  J extends Disposable,
  R extends Values,
  Own,
  Ev extends CardEvidence,
  C extends Card<Ev>,
>(def: SceneDef<E, J, R, Own, Ev, C>) {
  const { model, View, Over, Head, Badge, Machine, SlimActions, Below, Corner, usePart = () => '' } = def;
  const usual = usualOf(def);
  const { useExports = usual.useExports, Table = usual.Table } = def;
  const { cards, Told, ClipTold } = tellersOf(def, usual);
  const { layout: given } = def;
  const useLayout = typeof given === 'function' ? given : () => given;
  const { usePanel = () => allParts(model.table), useChart = nothing, useKept = nothingKept } = def;
  const { Panel = TablePanel, useReady = () => true } = def;
  const keys = keyTableOf(ownKeysOf(def));

  function TablePanel() {
    const items = usePanel();
    return <ScenePanel table={model.table} items={items} />;
  }

  function Export() {
    const t = useText();
    const part = usePart();
    const OfPart = useCallback(() => <ClipTold key={part} />, [part]);
    return (
      <Suspense fallback={<span className="text-button">{t('export.title')}</span>}>
        <ExportMenu {...useExports()} Told={OfPart} />
      </Suspense>
    );
  }

  /** Apart from the page, which need not be drawn anew with everything that is computed. */
  function ClockOfKept() {
    useRecorded(useKept().record);
    return null;
  }

  /** Speaks anew when a result arrives, too: the clock may have nothing to say of it. */
  function Spoken() {
    const session = model.useSession();
    const changes = useChanges(model) + useKept().changes;
    const describe = useCallback((t: Words) => def.summary(t, session), [session]);
    return <Summary describe={describe} of={changes} />;
  }

  return function ScenePage({ notices, embed, query, renderer, switcher }: PageProps) {
    const session = model.useSession();
    const { failure, pictureLost, onRestart, onError, onContext, onPictureError, interruptions } = usePageFates();
    const computing = useOpenComputing(
      model,
      useMemo(() => ({ onRestart, onError, query }), [onRestart, onError, query]),
    );
    useClockOfResults(model);
    const layout = useLayout();
    // Flat figures come with the page, and panes all at once, when their canvas is there.
    const awaited = layout === 'panes' && renderer !== null;
    useEffect(() => (awaited ? holdUntilDrawn(session) : undefined), [awaited, session]);
    const part = usePart();
    const chart = useChart();
    const ready = useReady();
    const stage = (
      <>
        {failure && <Problem {...failure} />}
        <Boundary key={part} onError={onPictureError}>
          <Suspense fallback={<div className="clouds" />}>
            <View
              renderer={pictureLost ? null : renderer}
              askedQuality={query.get('quality')}
              onContext={onContext}
              onError={onPictureError}
            />
          </Suspense>
        </Boundary>
        {Over && <Over embed={embed} />}
      </>
    );
    return (
      <ComputingProvider value={computing}>
        <ClockOfKept />
        <Shell
          session={session}
          layout={layout}
          part={part}
          embed={embed}
          stage={stage}
          left={
            <>
              <Told notices={notices} as="left" />
              {Below && <Below />}
            </>
          }
          caption={<Told notices={notices} as="caption" />}
          parameters={
            <Parameters ready={ready} head={Head ? <Head /> : <PanelTitle />}>
              <Panel />
            </Parameters>
          }
          chart={
            chart && (
              <Part>
                <chart.Chart />
              </Part>
            )
          }
          chartIs={chart?.is}
          table={
            <Part>
              <Table />
            </Part>
          }
          corner={Corner && <Corner />}
          badge={(openMachine) => Badge && <Badge openMachine={openMachine} />}
          machine={Machine ? (close) => <Machine onClose={close} /> : null}
          summary={<Spoken />}
          exportMenu={<Export key={part} />}
          switcher={switcher}
          slimActions={SlimActions && <SlimActions />}
          tagline={def.tagline}
          cards={cards}
          keys={keys}
          tips={def.tips}
          about={def.about}
        />
        <Interruptions {...interruptions} />
      </ComputingProvider>
    );
  };
}
