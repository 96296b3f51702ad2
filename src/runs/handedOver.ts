/** A cloud that one scene hands to another: as a file, for that is what scenes take in. */
export interface Handed {
  readonly file: File;
  readonly side: 'source' | 'target';
  /** Which of its axes points to the sky. */
  readonly up: 'y' | 'z';
}

/*
 * Scenes come and go and know nothing of one another; what is handed over waits here, in the page's memory, for the scene that
 * opens next. Not in IndexedDB: it is gone with the page, as every cloud of the visitor's is.
 */
let waiting: readonly Handed[] = [];

/** Leaves clouds for the scene that opens next; earlier ones that nobody took are gone. */
export function handOver(clouds: readonly Handed[]): void {
  waiting = clouds;
}

/** Takes what was left, once. */
export function takeHandedOver(): readonly Handed[] {
  const taken = waiting;
  waiting = [];
  return taken;
}
