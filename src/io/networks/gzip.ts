import { gunzipSync } from 'fflate';
import { crc32 } from '../../math/crc32.ts';
import { NetFileError } from './errors.ts';
import { checkBytes } from './limits.ts';

/**
 * The content of a gzipped file; any other comes back as it is, for some servers unpack .gz on their way.
 * @throws NetFileError
 */
export function gunzipped(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  // RFC 1952: the last eight bytes are the content's CRC-32 and its length.
  if (bytes.length < 18) throw new NetFileError('compressed');
  const tail = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 8, 8);
  const length = tail.getUint32(4, true);
  checkBytes('What is packed there', length);
  let content: Uint8Array;
  try {
    content = gunzipSync(bytes, { out: new Uint8Array(length) });
  } catch {
    throw new NetFileError('compressed');
  }
  if (content.length !== length || crc32(content) !== tail.getUint32(0, true)) throw new NetFileError('checksum');
  return content;
}
