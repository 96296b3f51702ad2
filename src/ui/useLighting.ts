import { useMemo, type MouseEvent, type SyntheticEvent } from 'react';
import { sameHighlight, type Highlight } from '../runs/highlight.ts';
import { useLit, useSession } from '../runs/session.tsx';

export interface Lighting {
  readonly lit: boolean;
  /** For the element: pointing at it or focusing it lights it up, and leaving puts the light out. */
  readonly handlers: {
    readonly onPointerEnter: () => void;
    readonly onPointerLeave: (event: SyntheticEvent) => void;
    readonly onFocus: () => void;
    readonly onBlur: () => void;
    readonly onClick: (event: MouseEvent<HTMLElement>) => void;
  };
}

/** Links an element both ways to whatever else stands for `what`. */
export function useLighting(what: Highlight): Lighting {
  const { highlight } = useSession();
  const lit = useLit(what);
  const key = JSON.stringify(what);
  const handlers = useMemo(() => {
    const own = JSON.parse(key) as Highlight;
    const light = () => highlight.setState({ lit: own });
    const douse = () => {
      if (sameHighlight(highlight.getState().lit, own)) highlight.setState({ lit: null });
    };
    return {
      onPointerEnter: light,
      // A finger leaves as soon as it lifts: what it has focused stays lit.
      onPointerLeave: (event: SyntheticEvent) => {
        if (!event.currentTarget.contains(document.activeElement)) douse();
      },
      onFocus: light,
      onBlur: douse,
      // Safari focuses no button that is clicked: what a finger taps stays lit there too.
      onClick: (event: MouseEvent<HTMLElement>) => event.currentTarget.focus(),
    };
  }, [highlight, key]);
  return { lit, handlers };
}
