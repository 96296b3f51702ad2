import type { StateTable } from '../state/table.ts';

/** Every part of the state that shows itself, in the table's order. */
export const allParts = ({ entries }: StateTable): readonly string[] =>
  Object.entries(entries).flatMap(([name, { shown }]) => (shown ? [name] : []));
