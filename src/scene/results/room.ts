/** The memory that a value holds in typed arrays, through whatever plain objects and arrays. Views of one buffer share it: it counts once, and whole. */
function buffersOf(value: unknown): ReadonlySet<ArrayBufferLike> {
  const buffers = new Set<ArrayBufferLike>();
  const seen = new Set<object>();
  const waiting = [value];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one !== 'object' || one === null || seen.has(one)) continue;
    seen.add(one);
    if (ArrayBuffer.isView(one)) buffers.add(one.buffer);
    else if (Array.isArray(one) || Object.getPrototypeOf(one) === Object.prototype) {
      const inside: unknown[] = Object.values(one);
      waiting.push(...inside);
    }
  }
  return buffers;
}

/** Bytes of it. */
export const bytesIn = (value: unknown): number =>
  [...buffersOf(value)].reduce((sum, { byteLength }) => sum + byteLength, 0);

/** Old values that may stay, by their places in `old`, newest first: `kept` at most, as long as together, and beside what is on view, they hold no more than `room` bytes. */
export function staying(
  old: readonly unknown[],
  onView: readonly unknown[],
  { kept, room }: { readonly kept: number; readonly room: number },
): ReadonlySet<number> {
  const places = new Set<number>();
  if (room === Infinity) return new Set(old.slice(0, kept).keys());
  const held = new Set(onView.flatMap((value) => [...buffersOf(value)]));
  let left = room;
  for (const [place, value] of old.entries()) {
    if (places.size === kept) break;
    const more = [...buffersOf(value)].filter((buffer) => !held.has(buffer));
    const bytes = more.reduce((sum, { byteLength }) => sum + byteLength, 0);
    // One that is too large makes way for smaller, older ones.
    if (bytes > left) continue;
    left -= bytes;
    more.forEach((buffer) => held.add(buffer));
    places.add(place);
  }
  return places;
}
