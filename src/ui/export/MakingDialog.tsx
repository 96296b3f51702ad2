import { useEffect, useRef, useState } from 'react';
import { useText } from '../useText.ts';
import { Making } from './Making.tsx';
import type { LongItem } from './types.ts';

interface Props {
  readonly item: LongItem;
  /** null with an error: it failed; without one: it was given up. */
  readonly onEnd: (file: { readonly name: string; readonly blob: Blob } | null, error?: unknown) => void;
}

/** While a file is made: how far it is, and a way out. Mount it to begin. */
export function MakingDialog({ item, onEnd }: Props) {
  const t = useText();
  const [part, setPart] = useState(0);
  const [ending] = useState(() => new AbortController());
  // What it was when it began: the file is of one moment's choices.
  const job = useRef({ item, onEnd });
  useEffect(() => {
    const { item: begun, onEnd: end } = job.current;
    const { signal } = ending;
    const name = begun.fileName();
    // Whole hundredths: a picture of thousands of parts draws the page no more often.
    const onPart = (now: number) => !signal.aborted && setPart(Math.floor(100 * now) / 100);
    begun.make({ signal, onPart }).then(
      (blob) => end(signal.aborted ? null : { name, blob }),
      (error: unknown) => (signal.aborted ? end(null) : end(null, error)),
    );
    // Should the page go meanwhile.
    return () => ending.abort();
  }, [ending]);
  return (
    <Making
      title={t(item.label)}
      what={t(item.meanwhile)}
      part={part}
      className="making-dialog"
      onCancel={() => ending.abort()}
    />
  );
}
