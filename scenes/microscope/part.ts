import type { ComponentType } from 'react';
import type { Exports } from '../../src/scene/described.ts';
import type { PanelItem } from '../../src/scene/panel/items.ts';
import type { ViewProps } from '../../src/scene/viewProps.ts';
import type { CardEvidence } from '../../src/ui/cards/types.ts';
import type { Told } from '../../src/ui/say/told.ts';
import type { Words } from '../../src/ui/useText.ts';
import type { Evidence } from './cards/types.ts';
import type { Session } from './model.ts';
import type { State } from './state.ts';

/** What each part of the scene says of itself, as `defineScene` asks for it. Its state, results, jobs and cards stand in the scene's lists of them. */
export interface Part {
  readonly View: ComponentType<ViewProps>;
  /** The panel's rows. No hook: rows of a part's own are components that have theirs. */
  readonly panel: (t: Words, state: State) => readonly PanelItem[];
  /** What its cards are judged by. */
  readonly useEvidence: () => CardEvidence & Partial<Evidence>;
  readonly useTold: () => Told;
  readonly summary: (t: Words, session: Session) => string;
  /** Over the transport; null: there is no clock's chart. */
  readonly chart: { readonly Chart: ComponentType; readonly is: 'chart' | 'table' } | null;
  readonly Table: ComponentType;
  readonly useExports: () => Exports;
}
