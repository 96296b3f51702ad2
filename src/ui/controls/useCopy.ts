import { useEffect, useState } from 'react';

/** What became of the text that was to be copied; `yes` is said for a while. */
type Copied = { readonly kind: 'no' | 'yes' } | { readonly kind: 'refused'; readonly text: string };

interface Copying {
  readonly copied: Copied;
  readonly copy: (text: string) => Promise<void>;
  readonly forget: () => void;
}

const SAID_MILLISECONDS = 3000;
const no: Copied = { kind: 'no' };

/** Puts a text on the clipboard and says what became of it: refused, it is to be shown for copying by hand. */
export function useCopy(): Copying {
  const [copied, setCopied] = useState(no);
  useEffect(() => {
    if (copied.kind !== 'yes') return;
    const timer = setTimeout(() => setCopied(no), SAID_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (text: string) => {
    try {
      // Missing where the page is not secure, refused in some frames.
      await navigator.clipboard.writeText(text);
      setCopied({ kind: 'yes' });
    } catch {
      setCopied({ kind: 'refused', text });
    }
  };
  return { copied, copy, forget: () => setCopied(no) };
}
