import { readNumbers } from '../../../src/state/urlNumbers.ts';
import type { Domain } from '../../../src/surfaces/types.ts';

/** A rectangle with two sides. How small it may be is for those to say who compute and draw it. */
const isWindow = ([x0, x1, y0, y1]: Domain): boolean => x1 > x0 && y1 > y0;

/** A part of the domain in links: `x0,x1,y0,y1`. */
export const windowCoder = {
  write: (window: Domain) => window.join(','),
  read(text: string): Domain | undefined {
    const numbers = readNumbers(text, 4) as Domain | undefined;
    return numbers && isWindow(numbers) ? numbers : undefined;
  },
};
