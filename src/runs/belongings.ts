/** What of a scene no link holds and an undo brings back: the reader's own files and drawings. By reference, nothing of it is copied. */
export interface Belongings {
  /** As they are now. */
  take(): unknown;
  /** As they were when taken. */
  give(taken: unknown): void;
  subscribe(listener: () => void): () => void;
  /** While true, an editor with an undo of its own is at work: what it does counts as one change, once it is done. Absent: there is none. */
  busy?(): boolean;
}

/** Takes changes back, and does them again: false where there is none. */
export interface Journal {
  undo(): boolean;
  redo(): boolean;
}
