import type { CloudError } from '../../../src/io/clouds/errors.ts';
import type { CloudFile } from '../../../src/io/clouds/types.ts';
import type { Matrix4 } from '../../../src/math/matrix4.ts';

/** Why a file was refused, as it travels from the worker: comlink keeps no more of an error than its message. */
export type CloudRefusal = Pick<CloudError, 'code' | 'where' | 'detail'>;

/** The cloud, or why it was refused. */
export interface ReadAnswer {
  readonly file: CloudFile | null;
  readonly refused: CloudRefusal | null;
}

/** The reader's side: one file read or written, then it is ended. */
export interface ReaderApi {
  open(): void;
  read(name: string, file: Blob, onProgress: (fraction: number) => void): Promise<ReadAnswer>;
  /** The reverse: `writeAlignedPly`. */
  align(file: CloudFile, targetFromSource: Matrix4): Uint8Array<ArrayBuffer>;
}
