import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Gives each formula inside `list` the size of its style sheet or, where its line would be too long for the card, one that fits. */
function fit(list: Element): void {
  const { right } = list.getBoundingClientRect();
  const formulas = [...list.querySelectorAll('math')];
  for (const formula of formulas) formula.style.fontSize = '';
  const boxes = formulas.map((formula) => formula.getBoundingClientRect());
  boxes.forEach((box, i) => {
    const formula = formulas[i];
    if (!formula || box.right <= right || box.width === 0) return;
    const size = Number.parseFloat(getComputedStyle(formula).fontSize);
    formula.style.fontSize = `${Math.floor(((size * (right - box.left)) / box.width) * 10) / 10}px`;
  });
}

/** The page's fonts for mathematics differ by a fifth in width from machine to machine: the longest lines of a rule give way. */
export function useFittedLines<E extends Element>(): RefObject<E | null> {
  const list = useRef<E>(null);
  // After every rendering: each step brings other digits.
  useLayoutEffect(() => {
    if (list.current) fit(list.current);
  });
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const observer = new ResizeObserver(() => fit(element));
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  return list;
}
