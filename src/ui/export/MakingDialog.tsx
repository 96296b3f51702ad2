import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Dialog } from '../controls/Dialog.tsx';
import { useText } from '../useText.ts';
import type { LongItem } from './types.ts';

interface Props {
  readonly item: LongItem;
  /** null with an error: it failed; without one: it was given up. */
  readonly onEnd: (blob: Blob | null, error?: unknown) => void;
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
    // Whole hundredths: a picture of thousands of parts draws the page no more often.
    const onPart = (now: number) => !signal.aborted && setPart(Math.floor(100 * now) / 100);
    begun.make({ signal, onPart }).then(
      (blob) => end(signal.aborted ? null : blob),
      (error: unknown) => (signal.aborted ? end(null) : end(null, error)),
    );
    // Should the page go meanwhile.
    return () => ending.abort();
  }, [ending]);
  return createPortal(
    <Dialog title={t(item.label)} className="making-dialog" onClose={() => ending.abort()}>
      <p>{t(item.meanwhile)}</p>
      <progress max={1} value={part} aria-label={t(item.label)} />
      <p className="note">{t('clip.part', { part: Math.floor(100 * part) })}</p>
      <p className="actions">
        <button type="button" className="button" onClick={() => ending.abort()}>
          {t('clip.cancel')}
        </button>
      </p>
    </Dialog>,
    document.body,
  );
}
