import type { ComponentType, ReactNode } from 'react';
import type { TextKey } from '../i18n/index.ts';
import type { Language } from '../state/common.ts';
import type { Card, CardEvidence, Naming } from '../ui/cards/types.ts';
import type { ExportsOf } from '../ui/export/types.ts';
import type { KeyCommand } from '../ui/keys.ts';
import type { Told } from '../ui/say/told.ts';
import type { Layout } from '../ui/Shell.tsx';
import type { Words } from '../ui/useText.ts';
import type { Disposable, SceneModel, SceneSession, Values } from './model.ts';
import type { PanelItem } from './panel/items.ts';
import type { CardsOf } from './tour.tsx';
import type { Entries } from './state/table.ts';
import type { ViewProps } from './viewProps.ts';

/** What can be taken away. */
export type Exports = ExportsOf;

/** What a scene keeps itself (`keep`), as clock and summary ask for it. */
export interface Kept {
  /** How long the newest record is; null while one is awaited. The same object as long as that stays the same. */
  readonly record: { readonly steps: number; readonly restsAtEnd?: boolean } | null;
  /** Another text with everything that is computed. */
  readonly changes: string;
}

/** A scene as it describes itself. What begins with `use` is a hook, called in its page. */
export interface SceneDef<
  E extends Entries,
  J extends Disposable,
  R extends Values,
  Own,
  Ev extends CardEvidence,
  C extends Card<Ev>,
> {
  readonly model: SceneModel<E, J, R, Own>;
  /** Its words in every language, beside those of the frame. */
  readonly words: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  readonly layout: Layout | (() => Layout);
  readonly tagline: TextKey;
  /** How the help begins: what the scene is about. */
  readonly about: TextKey;
  /** What the help says of mouse and touch. */
  readonly tips: readonly TextKey[];
  /** Draws the picture. */
  readonly View: ComponentType<ViewProps>;
  /** Over picture and panels: what takes files, say; `embed`: in a frame. */
  readonly Over?: ComponentType<{ readonly embed: boolean }>;
  /** Its tour; absent: it asks nothing. */
  readonly cards?: CardsOf<C>;
  /** What `<name>…</name>` in a text lights up; absent: the thing of that name. */
  readonly named?: Naming;
  /** What words and cards are judged by; absent: the state. */
  readonly useEvidence?: () => Ev;
  /** What to look at now; absent: the summary. */
  readonly useTold?: (evidence: Ev) => Told;
  /** Where another part of the scene tells: its hooks are other ones; absent: there is one. */
  readonly usePart?: () => string;
  /** A second way to predict, below the answers of a card. */
  readonly taskOf?: (card: C, evidence: Ev) => ReactNode;
  /** Besides its results: what it computes by itself. */
  readonly useKept?: () => Kept;
  /** Below card or sentence. */
  readonly Happened?: ComponentType;
  /** Below the card at the left. */
  readonly Below?: ComponentType;
  /** At the lower right of the free room, over the picture: what brings one elsewhere in it. */
  readonly Corner?: ComponentType;
  /** The scene in words for those who do not see it. */
  readonly summary: (t: Words, session: SceneSession<E, R, Own>) => string;
  /** Over the panel's rows, always in sight. */
  readonly Head?: ComponentType;
  /** The panel's rows; absent: every part of the state that shows itself, in the table's order. */
  readonly usePanel?: () => readonly PanelItem[];
  /** The panel instead of `usePanel`, where its rows' code is fetched on its own: a lazy component around `ScenePanel`. */
  readonly Panel?: ComponentType;
  /** Whether the first picture stands: the panel is fetched after it; absent: at once. */
  readonly useReady?: () => boolean;
  /** Over the transport; null: there is none now. */
  readonly useChart?: () => { readonly Chart: ComponentType; readonly is: 'chart' | 'table' } | null;
  /** The numbers as a table, in its dialog; absent: the state's parts. */
  readonly Table?: ComponentType;
  /** Absent: the picture. */
  readonly useExports?: () => Exports;
  /** Besides those of the state's table. */
  readonly keys?: readonly KeyCommand<SceneSession<E, R, Own>>[];
  /** Beside the transport while presenting. */
  readonly SlimActions?: ComponentType;
  /** Bottom left: what computes the picture. */
  readonly Badge?: ComponentType<{ readonly openMachine: () => void }>;
  /** The self-report in its dialog. */
  readonly Machine?: ComponentType<{ readonly onClose: () => void }>;
}
