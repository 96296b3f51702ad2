import type { PaintedLabel } from '../paintLabels.ts';

/** The lines of text in elements of the page, each where it stands, for a picture. `holder`: what the canvas fills. */
export function paintedText(elements: Iterable<HTMLElement>, holder: HTMLElement): PaintedLabel[] {
  const origin = holder.getBoundingClientRect();
  return Array.from(elements).flatMap((element) =>
    linesOf(element).map(({ text, left, right, top, bottom }): PaintedLabel => ({
      element,
      text,
      x: (left + right) / 2 - origin.left,
      y: (top + bottom) / 2 - origin.top,
      width: right - left,
      height: bottom - top,
      leader: null,
    })),
  );
}

interface Line {
  text: string;
  readonly left: number;
  right: number;
  readonly top: number;
  readonly bottom: number;
}

/** As the browser has broken them: characters whose boxes stand at one height. */
function linesOf(element: HTMLElement): Line[] {
  const lines: Line[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    for (let i = 0; i < text.length; i++) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      const line = lines.at(-1);
      if (line && Math.abs(line.top - box.top) < box.height / 2) {
        line.text += text.charAt(i);
        line.right = box.right;
      } else {
        const { left, right, top, bottom } = box;
        lines.push({ text: text.charAt(i), left, right, top, bottom });
      }
    }
  }
  return lines;
}
