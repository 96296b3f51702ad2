import { lab } from '../model.ts';
import { useSyncExternalStore } from 'react';
import type { Lab } from '../state/store.ts';
import { numberAt, writeNumber, type Address, type NumberAt } from './address.ts';

export function useLab(): Lab {
  const { store } = lab.useSession();
  return useSyncExternalStore(store.subscribe, store.get);
}

export type BoundNumber = NumberAt & { readonly write: (value: number) => void };

/** Reads and writes one number of the store; null while the state has no such number (its row is about to go). */
export function useNumber(address: Address): BoundNumber | null {
  const { store } = lab.useSession();
  const found = numberAt(useLab(), address);
  return found && { ...found, write: (value) => writeNumber(store, address, value) };
}
