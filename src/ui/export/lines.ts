/** How wide a text is in CSS pixels; `font` is weight and size, `600 14px`. */
export type Measure = (text: string, font: string) => number;

/** Text broken anywhere into lines of at most `room`, for a link has no spaces. */
export function breakAnywhere(text: string, room: number, font: string, measure: Measure): string[] {
  const lines: string[] = [];
  for (let rest = text; rest !== '';) {
    let count = rest.length;
    while (count > 1 && measure(rest.slice(0, count), font) > room) {
      count = Math.max(1, Math.min(count - 1, Math.floor((count * room) / measure(rest.slice(0, count), font))));
    }
    lines.push(rest.slice(0, count));
    rest = rest.slice(count);
  }
  return lines;
}
