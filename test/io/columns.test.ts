import { expect, test } from 'vitest';
import { columnsAsCsv, readableCellOf } from '../../src/io/columns.ts';

test('a file has all digits of a number, a table six', () => {
  const column = { name: 'loss', values: [2 / 3, 1.5e-9 / 7, 200, NaN], from: 1 };
  const cells = [0, 1, 2, 3, 4].map((row) => readableCellOf(column, row));
  expect(cells[0]).toBe('');
  expect(cells.slice(1).map((cell) => (cell === '' ? null : Number(cell)))).toEqual([0.666667, 2.14286e-10, 200, null]);
  expect(columnsAsCsv([column])).toContain(`1,${2 / 3}\n`);
});
