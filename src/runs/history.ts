import { decode, encode, type LinkNotice } from '../state/url.ts';
import type { Session } from './lab.tsx';
import { restAt } from './sync.ts';

/** Safari throws above 100 history writes in 30 s; at rest two a second are plenty. */
const REST_MILLISECONDS = 500;

/**
 * Keeps the address and the store in step: discrete choices push an entry, drags and steps replace it once they rest, browser back loads.
 * `onNotices` hears of parts of a link that could not be used.
 */
export function syncHistory({ store }: Session, onNotices: (notices: readonly LinkNotice[]) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let loading = false;
  const address = () => {
    const fragment = encode(store.get().overrides);
    return fragment === '' ? location.pathname + location.search : `#${fragment}`;
  };
  const replace = () => {
    timer = undefined;
    history.replaceState(null, '', address());
  };
  const flush = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    replace();
  };
  const load = () => {
    clearTimeout(timer);
    timer = undefined;
    const { overrides, notices } = decode(location.hash);
    loading = true;
    store.load(overrides);
    loading = false;
    onNotices(notices);
  };
  const end = store.subscribe((lab) => {
    if (loading) return;
    if (lab.kind === 'push') {
      flush();
      if (`#${encode(lab.overrides)}` !== (location.hash || '#')) history.pushState(null, '', address());
    } else {
      clearTimeout(timer);
      timer = setTimeout(replace, REST_MILLISECONDS);
    }
  });
  addEventListener('popstate', load);
  return () => {
    clearTimeout(timer);
    end();
    removeEventListener('popstate', load);
  };
}

/** The link that brings this very picture back, step included. */
export function linkOf({ store, clock }: Session): string {
  const fragment = encode({ ...store.get().overrides, t: restAt(clock.t), playing: undefined });
  return `${location.origin}${location.pathname}#${fragment}`;
}
