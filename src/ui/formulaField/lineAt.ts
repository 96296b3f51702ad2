/** The line of a text in which a position lies, counted from 1, and the position within it. */
export function lineAt(text: string, position: number) {
  const lines = text.split('\n');
  let at = position;
  let line = 0;
  while (line < lines.length - 1 && at > (lines[line]?.length ?? 0)) at -= (lines[line++]?.length ?? 0) + 1;
  return { text: lines[line] ?? '', line: line + 1, lines: lines.length, position: at };
}
