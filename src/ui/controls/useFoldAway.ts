import { useEffect, useEffectEvent, type RefObject } from 'react';

interface Foldable {
  readonly isOpen: () => boolean;
  readonly fold: () => void;
  /** What unfolds it, to which Escape gives the focus back. */
  readonly button: () => HTMLElement | null | undefined;
}

/** What lies unfolded over the page folds again on Escape, on a press beside `room`, and when the focus goes elsewhere. */
export function useFoldAway(room: RefObject<HTMLElement | null>, { isOpen, fold, button }: Foldable): void {
  const onBeside = useEffectEvent((target: EventTarget | null) => {
    // To nowhere the focus goes with the window, or into a dialog that opens from here.
    if (target instanceof Node && !room.current?.contains(target) && isOpen()) fold();
  });
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !isOpen() || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    // Asked before what has the focus is hidden.
    const within = room.current?.contains(document.activeElement);
    fold();
    if (within) button()?.focus();
  });
  useEffect(() => {
    const element = room.current;
    const onPointerDown = ({ target }: PointerEvent) => onBeside(target);
    const onFocusOut = ({ relatedTarget }: FocusEvent) => onBeside(relatedTarget);
    const onKeyDown = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('pointerdown', onPointerDown);
    document.addEventListener('keydown', onKeyDown);
    element?.addEventListener('focusout', onFocusOut);
    return () => {
      document.removeEventListener('pointerdown', onPointerDown);
      document.removeEventListener('keydown', onKeyDown);
      element?.removeEventListener('focusout', onFocusOut);
    };
  }, [room]);
}

/** The same for a native disclosure. */
export function useDismiss(room: RefObject<HTMLDetailsElement | null>): void {
  useFoldAway(room, {
    isOpen: () => room.current?.open === true,
    fold: () => room.current?.removeAttribute('open'),
    button: () => room.current?.querySelector('summary'),
  });
}
