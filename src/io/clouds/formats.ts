import { readObj } from './obj.ts';
import { readPcd } from './pcd/read.ts';
import { readPly } from './ply/read.ts';
import { readAsciiStl, readBinaryStl } from './stl.ts';
import { readText } from './text/read.ts';
import type { FormatId, Reading } from './types.ts';

interface Format {
  /** As it is called in messages. */
  readonly label: string;
  readonly extensions: readonly string[];
  readonly read: (bytes: Uint8Array) => Reading;
}

/** What can be read. Which of them a file is, its content says (sniff.ts). */
export const formats = {
  ply: { label: 'PLY', extensions: ['ply'], read: readPly },
  pcd: { label: 'PCD', extensions: ['pcd'], read: readPcd },
  obj: { label: 'OBJ', extensions: ['obj'], read: readObj },
  stl: { label: 'STL (ascii)', extensions: ['stl'], read: readAsciiStl },
  'stl-binary': { label: 'STL (binary)', extensions: ['stl'], read: readBinaryStl },
  text: {
    label: 'XYZ, TXT, CSV or PTS',
    extensions: ['xyz', 'txt', 'csv', 'asc', 'pts', 'tsv', 'dat', 'neu', 'xyzrgb', 'xyzn'],
    read: readText,
  },
} as const satisfies Record<FormatId, Format>;
