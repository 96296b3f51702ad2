import type { ComponentType } from 'react';
import type { TextKey } from '../../i18n/index.ts';
import type { ClipOf } from '../clip/types.ts';

/** What a file that takes long to make is told, and tells: 0 … 1 of it is done. */
export interface Making {
  readonly signal: AbortSignal;
  readonly onPart: (part: number) => void;
}

/** One thing to take away: a file. */
export interface ExportItem {
  readonly label: TextKey;
  /** The file's name at this moment: asked for as the making begins, for that is the moment that the file is of. */
  readonly fileName: () => string;
  /** Throws ExportFailure where there is a word for what went wrong. */
  readonly make: () => Promise<Blob>;
}

/** A file that takes long. */
export interface LongItem extends Omit<ExportItem, 'make'> {
  /** What is done meanwhile, said beside its progress and a way out. */
  readonly meanwhile: TextKey;
  readonly make: (making: Making) => Promise<Blob>;
}

/** Something else that may be done with what is on view. */
export interface ExportAction {
  readonly label: TextKey;
  readonly run: () => void;
}

export interface ExportsOf {
  readonly items: readonly (ExportItem | LongItem)[];
  readonly actions?: readonly ExportAction[];
  /** What an embedding page calls the scene as it is now. */
  readonly title: () => string;
  /** What a clip says of itself; absent: it is called as the first item is, and as the scene. */
  readonly clip?: (() => Promise<ClipOf>) | undefined;
}

/** What came of it, in words. */
export interface Outcome {
  readonly text: string;
  readonly wrong: boolean;
}

export interface ExportListProps extends ExportsOf {
  /** Question and sentence as they are now. */
  readonly Told: ComponentType;
  readonly onClose: () => void;
  readonly onOutcome: (outcome: Outcome) => void;
  readonly onCopyCode: () => void;
}
