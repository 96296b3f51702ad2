import { NetFileError } from './errors.ts';

/** What a page can hold beside its own copies. What promises more is refused before anything is allocated. */
export const limits = {
  /** Of a file, and of all that it unpacks to. */
  bytes: 2 ** 29,
  /** Of a text, and its lines. */
  text: 2 ** 25,
  points: 100_000,
  inputs: 1024,
  classes: 10,
} as const;

/** `bytes` of `what`, before they are allocated. */
export function checkBytes(what: string, bytes: number, limit: number = limits.bytes): void {
  if (!(bytes <= limit)) throw new NetFileError('too-large', null, { what, bytes, limit });
}
