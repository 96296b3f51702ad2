import { Component, lazy, useCallback, useState, type ComponentType, type ReactNode } from 'react';
import { fetchAgain, fetchCode, isUnfetched } from './fetching.ts';
import { Missing } from './missing.tsx';
import { Unfetched } from './Unfetched.tsx';

interface Boundary {
  readonly instead: ReactNode;
  readonly children: ReactNode;
}

/** Only for what could not be fetched; what else breaks is for the boundary above. */
class FetchBoundary extends Component<Boundary, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if (isUnfetched(error)) return this.props.instead;
    throw error instanceof Error ? error : new Error('a part of the page broke', { cause: error });
  }
}

interface LaterOptions<P> {
  /** What stands around the notice: a dialog, say. */
  readonly Frame?: ComponentType<P & { readonly children: ReactNode }>;
  /** `page`: no text can stand in its place (inside a canvas, say), so the page says it. */
  readonly place?: 'page';
  /** See `fetchCode`. */
  readonly key?: unknown;
}

/**
 * A part of the page whose code is fetched when it is first drawn, under a Suspense of the page's. Where it cannot be had, that is said in
 * its place, with another try.
 */
export function later<P extends object>(
  load: () => Promise<{ readonly default: ComponentType<P> }>,
  { Frame, place, key = load }: LaterOptions<P> = {},
): ComponentType<P> {
  // One for all places: what one of them has, all have.
  let newest = { Part: lazy(() => fetchCode(load, key)), tries: 0 };
  return function Later(props: P) {
    const [{ Part, tries }, setShown] = useState(newest);
    const retry = useCallback(async () => {
      const code = await fetchAgain(load, key);
      newest = { Part: lazy(() => Promise.resolve(code)), tries: newest.tries + 1 };
      setShown(newest);
    }, []);
    const notice = place ? <Missing retry={retry} /> : <Unfetched onRetry={retry} />;
    return (
      <FetchBoundary key={tries} instead={Frame ? <Frame {...props}>{notice}</Frame> : notice}>
        <Part {...props} />
      </FetchBoundary>
    );
  };
}

/** Of the same kind where no text can stand in its place (inside a canvas, say): the page says what is missing. */
export const laterOnPage = <P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> =>
  later(async () => ({ default: await load() }), { place: 'page' });
