import type { Measure } from '../export/lines.ts';

/** Between CJK characters a line may break anywhere, elsewhere between words; closing marks stay with what they close. */
const piece =
  /(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー「（]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー「（]+)[、。，．」）！？…]*\s*/gu;

/** Text broken into lines of at most `room`; of more than `most` lines the last says that there was more. */
export function wrap(text: string, room: number, font: string, measure: Measure, most = Infinity): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const [next] of text.trim().matchAll(piece)) {
    if (line !== '' && measure((line + next).trimEnd(), font) > room) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += next;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''} …`];
}
