import { useEffect, useRef, useState, type ComponentType } from 'react';
import { useSession } from '../../runs/session.tsx';
import { Making } from '../export/Making.tsx';
import { useText } from '../useText.ts';
import type { ShapeId } from './layout.ts';
import { makeClip, type Clip } from './makeClip.ts';
import type { ClipOf } from './types.ts';

export interface ClipDialogProps {
  readonly of: ClipOf;
  readonly Told: ComponentType;
  readonly shape: ShapeId;
  /** null with an error: it failed; without one: it was given up. */
  readonly onEnd: (clip: Clip | null, error?: unknown) => void;
}

/** Pixels of the shorter side and frames a second; the address may ask for others: `?clip=240,4` for a slow machine. */
function settings() {
  const [side, framesPerSecond] = (new URLSearchParams(location.search).get('clip') ?? '').split(',').map(Number);
  const within = (value: number | undefined, low: number, high: number, usual: number) =>
    value !== undefined && value >= low && value <= high ? value : usual;
  return { side: within(side, 120, 2160, 1080), framesPerSecond: within(framesPerSecond, 1, 60, 30) };
}

/** While a clip is made: how far it is, a way out, and what is said at each moment, for it is drawn into the clip. Mount it to begin. */
export default function ClipDialog({ of, Told, shape, onEnd }: ClipDialogProps) {
  const t = useText();
  const session = useSession();
  const [part, setPart] = useState(0);
  const [ending] = useState(() => new AbortController());
  const words = useRef<HTMLDivElement>(null);
  // What it was when it began: the clip is of one moment's choices.
  const job = useRef({ of, shape, onEnd });
  useEffect(() => {
    const { onEnd: end, ...rest } = job.current;
    const text = (selector: string) => words.current?.querySelector(selector)?.textContent.trim() ?? '';
    const told = () => ({ title: text('h3'), sentence: text('p') });
    const { signal } = ending;
    makeClip({ session, ...rest, ...settings(), told, signal, onPart: setPart }).then(
      (clip) => end(clip),
      (error: unknown) => (signal.aborted ? end(null) : end(null, error)),
    );
    // Should the page go meanwhile.
    return () => ending.abort();
  }, [session, ending]);
  return (
    <Making
      title={t('clip.title')}
      what={t('clip.what')}
      part={part}
      className="clip-dialog"
      onCancel={() => ending.abort()}
    >
      <div className="clip-told" ref={words} aria-hidden="true">
        <Told />
      </div>
    </Making>
  );
}
