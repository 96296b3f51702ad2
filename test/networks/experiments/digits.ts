import { readFileSync } from 'node:fs';
import { digitsFrom } from '../../../src/io/networks/digits.ts';

/** The shipped digits. */
export const digits = digitsFrom((name) => readFileSync(new URL(`../../../assets/networks/${name}`, import.meta.url)));
