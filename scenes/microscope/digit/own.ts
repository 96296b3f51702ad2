import type { Detail } from '../../../src/params/refused.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';

export interface NetRefusal {
  /** Of `NetFileError`, or "other". */
  readonly code: string;
  readonly detail: Detail;
  /** In English. */
  readonly message: string;
}

/** A network of the reader's own that reads digits: what no link holds. */
export interface OwnNet {
  /** Its number, by which the worker knows it; null: the shipped one reads. */
  readonly net: { readonly number: number; readonly name: string } | null;
  readonly reading: boolean;
  /** Why the file that came last is not read. */
  readonly refused: { readonly name: string; readonly why: NetRefusal } | null;
}

/** Of a network by its number; null: of the shipped one, and of one that is gone. */
export const nameOfNet = ({ net }: OwnNet, number: number): string | null => (net?.number === number ? net.name : null);

export const createOwnNet = (): StoreApi<OwnNet> => createStore(() => ({ net: null, reading: false, refused: null }));
