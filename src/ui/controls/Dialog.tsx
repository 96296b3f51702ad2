import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useText } from '../useText.ts';
import { IconButton } from './IconButton.tsx';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A ref for what is to have the focus when its dialog opens: React's autoFocus comes before the dialog is shown, and fails. */
export function firstFocus(element: HTMLElement | null): void {
  element?.setAttribute('autofocus', '');
}

/**
 * A native modal dialog: focus stays inside, Escape and a press beside it close it, and the focus goes back to where it was.
 * Mount it to open it.
 */
export function Dialog({ title, onClose, className = '', children }: Props) {
  const t = useText();
  const titleId = useId();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    // Leaving the page's tree closes it; closing it here would report a close that nobody asked for.
    if (ref.current?.open === false) ref.current.showModal();
    return () => {
      // A dialog that goes with its tree, unlike one that is closed, drops the focus.
      if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className={`dialog ${className}`}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <div className="dialog-body">
        <header>
          <h2 id={titleId}>{title}</h2>
          <IconButton icon="close" name={t('close')} onClick={onClose} />
        </header>
        {children}
      </div>
    </dialog>
  );
}
