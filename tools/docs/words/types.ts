export type { Language } from '../../../src/state/common.ts';

/** The same in both languages of the documentation. */
export interface Both {
  readonly en: string;
  readonly ja: string;
}

export const both = (text: string): Both => ({ en: text, ja: text });
