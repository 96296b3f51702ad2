import { useEffect, useState } from 'react';

/** A number that changes whenever a panel appears, folds or changes its size: the picture is framed anew then. */
export function usePanelsKey(): number {
  const [key, setKey] = useState(0);
  useEffect(() => {
    let frame = 0;
    const changed = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        setKey((k) => k + 1);
      });
    };
    const sizes = new ResizeObserver(changed);
    const watch = () => {
      sizes.disconnect();
      for (const panel of document.querySelectorAll('[data-panel]')) sizes.observe(panel);
      changed();
    };
    const tree = new MutationObserver((records) => {
      const touches = records.some(({ addedNodes, removedNodes }) =>
        [...addedNodes, ...removedNodes].some(
          (node) => node instanceof Element && (node.matches('[data-panel]') || node.querySelector('[data-panel]') !== null),
        ),
      );
      if (touches) watch();
    });
    tree.observe(document.body, { childList: true, subtree: true });
    watch();
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      tree.disconnect();
    };
  }, []);
  return key;
}
