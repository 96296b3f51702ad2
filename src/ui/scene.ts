import type { ComponentType, ReactNode } from 'react';
import type { CommonOverrides, Language } from '../state/common.ts';
import type { LinkNotice, SceneRules } from '../state/link.ts';
import type { Session } from '../runs/session.tsx';
import type { CardHead } from './cards/types.ts';

/** What the app hands to the page of whichever scene is open; its session comes by `useSession`. */
export interface PageProps {
  /** What of the last link could not be used. */
  readonly notices: readonly LinkNotice[];
  readonly embed: boolean;
  /** What the address asks for besides the state. */
  readonly query: URLSearchParams;
  /** The graphics driver's name for itself; null: this browser draws no WebGL2. */
  readonly renderer: string | null;
  /** From scene to scene, for the header; null where there is one. */
  readonly switcher: ReactNode;
}

/** A scene as the app sees it, fetched when it is first opened. */
export interface SceneModule {
  readonly rules: SceneRules;
  /** Its tour. */
  readonly cards?: readonly CardHead[];
  /** Its words, which it has made known. */
  readonly words?: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  /** A session of this scene. Trusts `overrides`: they come from its own codec or its own store. */
  open(overrides: CommonOverrides, framed: boolean): Session;
  readonly Page: ComponentType<PageProps>;
}
