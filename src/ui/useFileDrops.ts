import { useEffect, useEffectEvent, useState } from 'react';

/** Inputs without text in them: what is pasted there is not for them, nor for a select, which keeps the focus after a choice. */
const textless = ['range', 'radio', 'checkbox', 'file'] as const;
const TEXT_FIELDS = `input${textless.map((type) => `:not([type=${type}])`).join('')}, textarea`;

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

interface Takers {
  readonly onFiles: (files: readonly File[], event: DragEvent) => void;
  /** Not called for what is pasted into a field of text. Takes it: true, and nobody else gets it. */
  readonly onPaste: (pasted: DataTransfer) => boolean;
}

/** Files dropped anywhere on the page and what is pasted into it, whatever it shows. True while files are dragged over it. */
export function useFileDrops(takers: Takers): boolean {
  const [dragging, setDragging] = useState(false);
  const onFiles = useEffectEvent(takers.onFiles);
  const onPaste = useEffectEvent(takers.onPaste);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setDragging(true);
    };
    const leave = (event: DragEvent) => {
      // Out of the window; from one element of it to the next there is a related one.
      if (event.relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setDragging(false);
      onFiles([...(event.dataTransfer?.files ?? [])], event);
    };
    const paste = (event: ClipboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest(TEXT_FIELDS) !== null;
      if (!typing && event.clipboardData && onPaste(event.clipboardData)) event.preventDefault();
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, []);
  return dragging;
}
