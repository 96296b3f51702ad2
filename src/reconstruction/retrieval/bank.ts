import { BANK_SIZE, bankName } from '../seeds.ts';
import { makeSample } from '../sample.ts';
import { AssetError } from '../network/weights.ts';
import { PACKED_BYTES, PACKED_WORDS, packMask } from './pack.ts';

/** The packed masks of the bank's entries, `PACKED_WORDS` words each. */
export interface Bank {
  readonly size: number;
  readonly words: Uint32Array;
}

/**
 * @param bytes 32 an entry (`pack.ts`), entry i being `bankName(i)`
 * @param size entries; the shipped file has them all
 * @throws AssetError
 */
export function readBank(bytes: Uint8Array, size = BANK_SIZE): Bank {
  if (bytes.length !== size * PACKED_BYTES) {
    throw new AssetError(
      `bank.bin has ${bytes.length} bytes: ${size} masks of ${PACKED_BYTES} bytes are ${size * PACKED_BYTES}`,
    );
  }
  const words = new Uint32Array(size * PACKED_WORDS);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < words.length; i++) words[i] = view.getUint32(4 * i);
  return { size, words };
}

/** What `readBank` reads: the masks of the bank's first `size` entries. */
export function writeBank(size = BANK_SIZE): Uint8Array {
  const bytes = new Uint8Array(size * PACKED_BYTES);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < size; i++) {
    packMask(bankMask(i)).forEach((word, k) => view.setUint32(i * PACKED_BYTES + 4 * k, word));
  }
  return bytes;
}

/** The mask of entry `index`, 64 × 64, made again. */
export function bankMask(index: number): Uint8Array {
  const { category, seed } = bankName(index);
  return makeSample(category, seed, { points: 2 }).picture.mask;
}
