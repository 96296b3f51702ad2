import type { ChangeKind } from '../state/sceneStore.ts';

/** Safari counts over 10 to 30 s: what it refused is asked for again at this pace until it lets it in. */
const AGAIN_MILLISECONDS = 5000;

/** What the browser refused to write: the address bar says it later. */
let owed: {
  readonly kind: ChangeKind;
  readonly address: string;
  readonly timer: ReturnType<typeof setTimeout>;
} | null = null;

/**
 * Writes an entry of the session history: `address` is a fragment with its `#`, or the bare page. A browser may refuse (SecurityError in
 * Safari above its limit, in a sandboxed frame always): then it is written later, and what comes meanwhile takes its place.
 */
export function writeAddress(kind: ChangeKind, address: string): void {
  const wanted = owed?.kind === 'push' ? 'push' : kind;
  forgetOwed();
  try {
    if (wanted === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  } catch {
    const timer = setTimeout(() => writeAddress(wanted, address), AGAIN_MILLISECONDS);
    owed = { kind: wanted, address, timer };
  }
}

/** The fragment that the address bar shows, or will as soon as it may: with its `#`, empty for the bare page. */
export function fragmentShown(): string {
  if (!owed) return location.hash;
  return owed.address.startsWith('#') ? owed.address : '';
}

/** The visitor went to another entry: what was owed to the one left is void. */
export function forgetOwed(): void {
  clearTimeout(owed?.timer);
  owed = null;
}
