import type { ReactNode } from 'react';
import type { TextKey } from '../../i18n/index.ts';
import type { ParamSpec } from '../../params/spec.ts';

/** How a row of the table is shown now, where not as the table says. */
export interface PartNow {
  readonly part: string;
  readonly disabled?: boolean;
  /** Of a choice: what can be chosen now. */
  readonly offered?: readonly string[];
  /** What stands in it, where that is not the state's own. */
  readonly value?: string | boolean;
  /** Of a number: where its slider ends and what a double click brings back, where that hangs on other parts. */
  readonly spec?: ParamSpec;
}

/** A part of the state by its name, or a row of the scene's own. */
export type PanelRow = string | PartNow | { readonly key: string; readonly row: ReactNode };

/** One thing of the panel, top to bottom: a row, a heading with what it stands over, or a fold with its rows. */
export type PanelItem =
  | PanelRow
  | { readonly key: string; readonly heading: TextKey; readonly rows: readonly PanelRow[] }
  | { readonly key: string; readonly fold: ReactNode; readonly rows: readonly PanelItem[] };
