/** What a byte makes of the sum when 0, 1, 2 or 3 bytes follow it: four of them are looked up at a time. */
const tables = tablesOf(
  Uint32Array.from({ length: 256 }, (_, byte) => {
    let c = byte;
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c;
  }),
);

function tablesOf(last: Uint32Array): readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array] {
  const before = (table: Uint32Array) => table.map((c) => last[c & 255]! ^ (c >>> 8));
  const one = before(last);
  const two = before(one);
  return [last, one, two, before(two)];
}

/** CRC-32 as in zip and PNG (polynomial 0xEDB88320, reflected). */
export function crc32(bytes: Uint8Array): number {
  const [last, one, two, three] = tables;
  const whole = bytes.length - (bytes.length % 4);
  let c = -1;
  for (let i = 0; i < whole; i += 4) {
    c ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    c = three[c & 255]! ^ two[(c >>> 8) & 255]! ^ one[(c >>> 16) & 255]! ^ last[c >>> 24]!;
  }
  for (let i = whole; i < bytes.length; i++) c = last[(c ^ bytes[i]!) & 255]! ^ (c >>> 8);
  return ~c >>> 0;
}
