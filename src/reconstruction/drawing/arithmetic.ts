/* A binary arithmetic coder after Mahoney's lpaq: an interval of 32-bit integers without carries. Chances are those of a 1, in 1/65,536. */

/** Bits of a chance. */
export const CHANCES = 65_536;

const middleOf = (low: number, high: number, chance: number): number =>
  low + Math.floor(((high - low) * chance) / CHANCES);

const sameTop = (low: number, high: number): boolean => low >>> 24 === high >>> 24;
const shiftedLow = (low: number): number => (low << 8) >>> 0;
const shiftedHigh = (high: number): number => ((high << 8) | 255) >>> 0;

export interface Encoder {
  put(bit: number, chance: number): void;
  /** As few bytes as name the interval; zeros at the end are left out. */
  end(): readonly number[];
}

export function createEncoder(): Encoder {
  let [low, high] = [0, 0xffffffff];
  const bytes: number[] = [];
  return {
    put(bit, chance) {
      const middle = middleOf(low, high, chance);
      if (bit === 1) high = middle;
      else low = middle + 1;
      for (; sameTop(low, high); low = shiftedLow(low), high = shiftedHigh(high)) bytes.push(high >>> 24);
    },
    end() {
      // The shortest number within: zeros follow it for the decoder.
      for (let kept = 0; kept <= 4; kept++) {
        const step = 2 ** (32 - 8 * kept);
        const number = Math.ceil(low / step) * step;
        if (number > high) continue;
        for (let k = 0; k < kept; k++) bytes.push((number >>> (24 - 8 * k)) & 255);
        break;
      }
      while (bytes.at(-1) === 0) bytes.pop();
      return bytes;
    },
  };
}

/** Takes the bits out again, asked with the very chances that they were put in with. Any bytes are some bits. */
export function createDecoder(bytes: ArrayLike<number>): (chance: number) => number {
  let [low, high, at, number] = [0, 0xffffffff, 0, 0];
  const next = () => {
    number = ((number << 8) | (bytes[at++] ?? 0)) >>> 0;
  };
  for (let k = 0; k < 4; k++) next();
  return (chance) => {
    const middle = middleOf(low, high, chance);
    const bit = number <= middle ? 1 : 0;
    if (bit === 1) high = middle;
    else low = middle + 1;
    for (; sameTop(low, high); low = shiftedLow(low), high = shiftedHigh(high)) next();
    return bit;
  };
}
