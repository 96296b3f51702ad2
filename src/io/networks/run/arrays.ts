import { NetFileError } from '../errors.ts';
import { shapeInWords, type NumberTensor, type Tensors } from '../tensor.ts';

/** Access to a file's arrays by name, each with its errors. */
export function arraysOf(tensors: Tensors) {
  const numbers = (name: string): NumberTensor | null => {
    const found = tensors.get(name);
    if (!found) return null;
    if (found.kind === 'numbers') return found;
    throw new NetFileError('shape', { part: name }, { found: 'that of texts', expected: 'an array of numbers' });
  };
  return {
    numbers,
    text(name: string): string | null {
      const found = tensors.get(name);
      return found?.kind === 'texts' && found.texts.length === 1 ? found.texts[0]! : null;
    },
    /** With or without the axis of records before `inner` (−1: any length). Throws NetFileError. */
    stacked(name: string, inner: readonly number[]): NumberTensor {
      const found = numbers(name);
      if (!found) throw new NetFileError('missing', null, { name, remedy: 'write the whole state_dict' });
      const shape = found.shape.length === inner.length ? [1, ...found.shape] : found.shape;
      const fits =
        shape.length === inner.length + 1 && inner.every((length, i) => length < 0 || length === shape[i + 1]);
      if (fits) return { ...found, shape };
      const words = inner.map((length) => (length < 0 ? 'any' : String(length))).join(', ');
      const expected = `(records, ${words}), as numpy.stack makes it of a state_dict's arrays,`;
      throw new NetFileError('shape', { part: name }, { found: shapeInWords(found.shape), expected });
    },
    /** A number for each of `count` records, or null where there is none. Throws NetFileError. */
    column(name: string, count: number): Float64Array | null {
      const found = numbers(name);
      if (!found) return null;
      if (found.values.length === count) return Float64Array.from(found.values);
      const remedy = 'write one number for each record';
      throw new NetFileError('rows', null, { name, found: found.values.length, expected: count, remedy });
    },
  };
}

export type Arrays = ReturnType<typeof arraysOf>;
