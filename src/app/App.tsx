import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { driveClock } from '../runs/drive.ts';
import { pictureOf, syncHistory, turnTo } from '../runs/history.ts';
import { SessionProvider } from '../runs/session.tsx';
import { syncClock } from '../runs/sync.ts';
import { ownOf, type CommonOverrides } from '../state/common.ts';
import { decodeLink } from '../state/link.ts';
import { ErrorCard } from '../ui/ErrorCard.tsx';
import { LoadBoundary } from '../ui/controls/LoadBoundary.tsx';
import { SceneSwitch } from '../ui/header/SceneSwitch.tsx';
import { embed, query } from './asked.ts';
import { probe } from './probe.ts';
import { scenes, type SceneId } from './scenes.ts';
import { openScene, sceneOf, type Visit } from './visit.ts';

const Undoing = lazy(() => import('../ui/undo/Undoing.tsx'));
const offered = Object.entries(scenes).map(([id, { name }]) => ({ id: id as SceneId, name }));

/** The scene that the address names, one at a time: the one left goes with all that it held, canvas and workers. */
export function App({ first }: { readonly first: Visit }) {
  const [{ visit, byHand }, setOpen] = useState({ visit: first, byHand: false });
  const [failure, setFailure] = useState<{ readonly error: unknown; readonly retry: () => void } | null>(null);
  /** How each scene was left, for the way back by hand. */
  const left = useRef(new Map<string, CommonOverrides>());
  /** A scene that arrives after another was asked for is no longer wanted. */
  const newest = useRef(0);

  const open = (opening: Promise<Visit>, byHand: boolean, retry: () => void) => {
    const request = ++newest.current;
    setFailure(null);
    opening.then(
      (next) => {
        if (request !== newest.current) return;
        left.current.set(visit.id, pictureOf(visit.session));
        if (byHand) turnTo(next.scene.rules, next.session.store.get().overrides, visit.session);
        setOpen({ visit: next, byHand });
      },
      (error: unknown) => {
        if (request !== newest.current) return;
        reportError(error);
        setFailure({ error, retry });
      },
    );
  };
  const turn = (id: SceneId) => {
    if (id === visit.id) return;
    const read = () => ({
      overrides: { ...left.current.get(id), ...ownOf(visit.session.store.get().overrides) },
      notices: [],
    });
    open(openScene(id, read), true, () => turn(id));
  };
  const follow = useRef(() => {});
  useEffect(() => {
    follow.current = () => {
      const id = sceneOf(location.hash);
      newest.current++;
      setFailure(null);
      if (id === visit.id) return;
      open(
        openScene(id, (rules) => decodeLink(rules, location.hash)),
        false,
        follow.current,
      );
    };
  });
  useEffect(() => {
    const onPopState = () => follow.current();
    addEventListener('popstate', onPopState);
    return () => {
      removeEventListener('popstate', onPopState);
    };
  }, []);
  const switcher =
    offered.length > 1 ? <SceneSwitch scenes={offered} open={visit.id} focused={byHand} onOpen={turn} /> : null;
  return (
    <>
      <OpenScene key={visit.id} visit={visit} switcher={switcher} />
      {failure && (
        <div className="problem">
          <ErrorCard error={failure.error} onRetry={failure.retry} />
        </div>
      )}
    </>
  );
}

/** A scene's page, with its clock driven and its address kept. */
function OpenScene({ visit, switcher }: { readonly visit: Visit; readonly switcher: ReactNode }) {
  const { id, scene, session } = visit;
  const [notices, setNotices] = useState(visit.notices);
  useEffect(() => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)');
    const ends = [
      syncClock(session, () => !calm.matches),
      driveClock(session.clock),
      syncHistory(session, setNotices, (address) => sceneOf(address) === id),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [session, id]);
  return (
    <SessionProvider session={session}>
      <scene.Page notices={notices} embed={embed} query={query} renderer={probe.renderer} switcher={switcher} />
      <LoadBoundary failed={null}>
        <Suspense>
          <Undoing />
        </Suspense>
      </LoadBoundary>
    </SessionProvider>
  );
}
