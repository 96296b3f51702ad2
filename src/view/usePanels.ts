import { useEffect, useState } from 'react';
import type { Box } from './framing.ts';
import { panelBoxes } from './panels.ts';
import { useStable } from './useStable.ts';

/** Where the panels are (null before they stand), measured anew whenever one appears, folds or changes its size: the picture is framed by it. */
export function usePanels(): readonly Box[] | null {
  const [boxes, setBoxes] = useState<readonly Box[] | null>(null);
  useEffect(() => {
    let frame = 0;
    const changed = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        setBoxes(panelBoxes());
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
          (node) =>
            node instanceof Element && (node.matches('[data-panel]') || node.querySelector('[data-panel]') !== null),
        ),
      );
      if (touches) watch();
    });
    tree.observe(document.body, { childList: true, subtree: true });
    watch();
    addEventListener('resize', changed);
    return () => {
      removeEventListener('resize', changed);
      cancelAnimationFrame(frame);
      sizes.disconnect();
      tree.disconnect();
    };
  }, []);
  return useStable(boxes);
}
