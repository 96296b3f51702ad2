import { model } from '../model.ts';
import { pointsOf } from './ids.ts';
import { useBook } from './useBook.ts';

export function useEvidence() {
  const { result: book } = useBook();
  const { waiting: fetching } = model.useResult('record');
  const { waiting: running } = model.useResult('book');
  return { state: { steps: book ? pointsOf(book.id) - 1 : 0 }, book, waiting: fetching || running };
}
