import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Dialog } from '../controls/Dialog.tsx';
import { useText } from '../useText.ts';

interface Props {
  readonly title: string;
  /** What goes on meanwhile. */
  readonly what: string;
  /** From 0 to 1. */
  readonly part: number;
  readonly className: string;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}

/** While a file is made that takes its time: how far it is, and a way out. */
export function Making({ title, what, part, className, onCancel, children }: Props) {
  const t = useText();
  return createPortal(
    <Dialog title={title} className={className} onClose={onCancel}>
      <p>{what}</p>
      <progress max={1} value={part} aria-label={title} />
      <p className="note">{t('export.part', { part: Math.floor(100 * part) })}</p>
      {children}
      <p className="actions">
        <button type="button" className="button" onClick={onCancel}>
          {t('export.cancel')}
        </button>
      </p>
    </Dialog>,
    document.body,
  );
}
