import { CloudError } from './errors.ts';
import { limits } from './limits.ts';

/** A column whose length is known only at the end. */
export interface Growable {
  push(value: number): void;
  readonly length: number;
  values(): Float64Array;
}

export function createGrowable(): Growable {
  let values = new Float64Array(1024);
  let length = 0;
  return {
    push(value) {
      if (length === values.length) {
        if (length >= limits.points)
          throw new CloudError('too-many', null, { count: length + 1, what: 'points', limit: limits.points });
        const longer = new Float64Array(Math.min(2 * length, limits.points));
        longer.set(values);
        values = longer;
      }
      values[length++] = value;
    },
    get length() {
      return length;
    },
    values: () => values.slice(0, length),
  };
}
