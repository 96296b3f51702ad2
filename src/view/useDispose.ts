import { useEffect } from 'react';

/** Whoever made a thing for the GPU disposes of it: when it is replaced, and at the end. */
export function useDispose(thing: { readonly dispose: () => void }): void {
  useEffect(
    () => () => {
      thing.dispose();
    },
    [thing],
  );
}
