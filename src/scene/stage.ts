import type { ReactNode } from 'react';
import type { Box } from '../math/box.ts';
import type { Ball } from '../view/clouds/drawPanes.ts';
import type { Movement } from '../view/clouds/share.ts';
import type { Lens } from '../view/clouds/shaded/lens.ts';
import type { CloudSpace } from '../view/clouds/space.ts';
import type { CloudUniforms } from '../view/clouds/uniforms.ts';
import type { Direction } from '../view/framing.ts';
import type { Palette } from '../view/palette.ts';
import type { Quality } from '../view/quality.ts';
import type { PaneLabel } from './parts/PaneLabels.tsx';
import type { ViewProps } from './viewProps.ts';

/** What everything drawn in a pane shares. */
export interface Drawn {
  readonly uniforms: CloudUniforms;
  readonly space: CloudSpace;
  readonly palette: Palette;
  readonly quality: Quality;
  readonly boxes: readonly Box[];
  /** Whether something moves: then less may be drawn. */
  readonly movement: Movement;
  /** What the canvas fills: for words over the picture. */
  readonly holder: HTMLElement;
}

export interface StagePane {
  readonly id: string;
  readonly label: string;
  /** Several things lie over one another in it. */
  readonly overlaid?: boolean;
  /** Title and numbers, over the pane; `data-painted` marks what the PNG shows. */
  readonly head: ReactNode;
  readonly foot?: ReactNode;
  /** What it shows where that answers an older question than the one asked now, in words: it is greyed and named so. */
  readonly older?: string | null | undefined;
  /** What is drawn in this pane alone. */
  readonly draw: (drawn: Drawn) => ReactNode;
}

/** What is looked at; the same object as long as nothing of it changes. */
export interface Subject {
  readonly space: CloudSpace;
  /** What the picture is framed to, flat world x, y, z. */
  readonly outline: readonly number[];
  /** From where it is seen at first. */
  readonly direction: Direction;
  /** CSS pixels between the subject and a pane's border; on a phone. Titles and numbers keep their own distance. */
  readonly clearance: number;
  readonly phoneClearance: number;
  /** Degrees by which the picture stands more upright than the frame that links count its camera in (see `tilted`). */
  readonly tilt?: number;
  /** It is made of `ShadedPoints`. */
  readonly shaded?: boolean;
  /** What stands before this ball is not drawn, so that it hides nothing; absent: all is. */
  readonly about?: Ball;
}

/** What a lens shows, and how that is said. */
export interface StageLens extends Omit<Lens, 'boxes'> {
  readonly label: string;
}

export interface PaneStageProps extends ViewProps {
  /** Of the canvas, for screen readers. */
  readonly label: string;
  /** null: there is nothing to draw yet. */
  readonly subject: Subject | null;
  readonly panes: readonly StagePane[];
  /** Drawn in every pane. */
  readonly shared?: (drawn: Drawn) => ReactNode;
  /** Inside the canvas, over all panes: picking, hovering, handles. */
  readonly inside?: (drawn: Drawn) => ReactNode;
  /** A place that an inset of every pane magnifies; the same object from render to render. */
  readonly lens?: StageLens | null;
  /** On arrival, once the clock has played, the camera goes slowly around; see `TurnSlowly`. */
  readonly turns?: boolean;
  /** Words at places of the picture, in every pane; the same list from render to render. */
  readonly labels?: readonly PaneLabel[];
  /** Above the panes: which of them are shown. */
  readonly before?: ReactNode;
  /** Below or over the panes: a colour bar, notices. */
  readonly children?: ReactNode;
  /** What tests and the curious may see of this view (`koubai.scene`); the same object from render to render. */
  readonly inspected?: object;
  /** Names the view for styles and tests. */
  readonly view?: string | undefined;
}
