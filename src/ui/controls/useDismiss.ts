import { useEffect, type RefObject } from 'react';

/** A disclosure that lies over the page folds again on Escape, on a press beside it, and when the focus goes elsewhere. */
export function useDismiss(ref: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const isBeside = (target: EventTarget | null) => target instanceof Node && !element.contains(target);
    const onPointerDown = ({ target }: PointerEvent) => {
      if (isBeside(target)) element.open = false;
    };
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      // To nowhere it goes with the window, or into a dialog that opens from here.
      if (isBeside(relatedTarget)) element.open = false;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !element.open || document.querySelector('dialog[open]')) return;
      element.open = false;
      if (element.contains(document.activeElement)) element.querySelector('summary')?.focus();
      event.preventDefault();
    };
    document.addEventListener('pointerdown', onPointerDown);
    document.addEventListener('keydown', onKeyDown);
    element.addEventListener('focusout', onFocusOut);
    return () => {
      document.removeEventListener('pointerdown', onPointerDown);
      document.removeEventListener('keydown', onKeyDown);
      element.removeEventListener('focusout', onFocusOut);
    };
  }, [ref]);
}
