import { checkBytes } from './limits.ts';

/**
 * What is in a file that is handed in, once its size allows to hold it. Files go to workers as they are: a file is passed on without a copy, and is read again where a worker takes another's place.
 * @throws NetFileError
 */
export async function fileBytes(name: string, file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  checkBytes(name, file.size);
  return new Uint8Array(await file.arrayBuffer());
}
