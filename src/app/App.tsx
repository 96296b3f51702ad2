import { Suspense, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { driveClock } from '../runs/drive.ts';
import { text } from '../i18n/index.ts';
import { writeAddress } from '../runs/address.ts';
import { pictureOf, stayAt, syncHistory, turnTo } from '../runs/history.ts';
import { SessionProvider } from '../runs/session.tsx';
import { syncClock } from '../runs/sync.ts';
import { ownOf, type CommonOverrides } from '../state/common.ts';
import { decodeLink, onwardLink } from '../state/link.ts';
import { fetchAgain, fetchCode, isUnfetched } from '../ui/fetching.ts';
import { SceneSwitch } from '../ui/header/SceneSwitch.tsx';
import { later } from '../ui/later.tsx';
import { languageOfPage } from '../ui/languageOfPage.ts';
import { Problem } from '../ui/Problem.tsx';
import { embed, query } from './asked.ts';
import { probe } from './probe.ts';
import { scenes, type SceneId } from './scenes.ts';
import { openScene, sceneOf, type Visit } from './visit.ts';

const Undoing = later(() => import('../ui/undo/Undoing.tsx'), { place: 'page' });
const offered = Object.entries(scenes).map(([id, { name }]) => ({ id: id as SceneId, name }));

/** The scene that the address names, one at a time: the one left goes with all that it held, canvas and workers. */
export function App({ first }: { readonly first: Visit }) {
  const [{ visit, byHand }, setOpen] = useState({ visit: first, byHand: false });
  const [failure, setFailure] = useState<{ readonly error: unknown; readonly retry: () => Promise<void> } | null>(null);
  /** How each scene was left, for the way back by hand. */
  const left = useRef(new Map<string, CommonOverrides>());
  /** A scene that arrives after another was asked for is no longer wanted. */
  const newest = useRef(0);

  /** `onReload`: where only a new page can fetch the scene, what is to stand in the address before. */
  const open = (id: SceneId, opening: () => Promise<Visit>, byHand: boolean, onReload?: () => void) => {
    const request = ++newest.current;
    setFailure(null);
    const show = (next: Visit) => {
      if (request !== newest.current) return;
      left.current.set(visit.id, pictureOf(visit.session));
      if (byHand) turnTo(next.scene.rules, next.session.store.get().overrides, visit.session);
      setFailure(null);
      setOpen({ visit: next, byHand });
    };
    fetchCode(opening, id).then(show, (error: unknown) => {
      if (request !== newest.current) return;
      if (!isUnfetched(error)) reportError(error);
      setFailure({ error, retry: () => fetchAgain(opening, id, onReload).then(show) });
    });
  };
  const turn = (id: SceneId) => {
    if (id === visit.id) return;
    const read = () => ({
      overrides: { ...left.current.get(id), ...ownOf(visit.session.store.get().overrides) },
      notices: [],
    });
    open(
      id,
      () => openScene(id, read),
      true,
      () => writeAddress('push', `#${onwardLink(id, '', visit.session.store.get().overrides)}`),
    );
  };
  const stay = () => {
    newest.current++;
    setFailure(null);
    stayAt(visit.session);
  };
  const follow = useRef(() => {});
  useLayoutEffect(() => {
    follow.current = () => {
      const id = sceneOf(location.hash);
      newest.current++;
      setFailure(null);
      if (id === visit.id) return;
      open(id, () => openScene(id, (rules) => decodeLink(rules, location.hash)), false);
    };
  });
  // With the picture, as in OpenScene; a link that was followed while the first one was still being rendered is followed now.
  useLayoutEffect(() => {
    const onPopState = () => follow.current();
    addEventListener('popstate', onPopState);
    if (location.hash !== first.address) dispatchEvent(new PopStateEvent('popstate'));
    return () => {
      removeEventListener('popstate', onPopState);
    };
  }, [first]);
  const switcher =
    offered.length > 1 ? <SceneSwitch scenes={offered} open={visit.id} focused={byHand} onOpen={turn} /> : null;
  return (
    <>
      <OpenScene key={visit.id} visit={visit} switcher={switcher} />
      {failure && (
        <Problem {...failure}>
          <button type="button" className="button" onClick={stay}>
            {text(languageOfPage(), 'fetch.stay')}
          </button>
        </Problem>
      )}
    </>
  );
}

/** A scene's page, with its clock driven and its address kept. */
function OpenScene({ visit, switcher }: { readonly visit: Visit; readonly switcher: ReactNode }) {
  const { id, scene, session } = visit;
  const [notices, setNotices] = useState(visit.notices);
  // With the picture and not after it: rendered in slices, a page can be seen, and a link be followed, before its passive effects run.
  useLayoutEffect(() => {
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
      <Suspense>
        <Undoing />
      </Suspense>
    </SessionProvider>
  );
}
