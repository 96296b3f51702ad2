import { useId } from 'react';
import type { LevaRow } from './LevaRows.tsx';

interface Props {
  readonly heading: string;
  readonly rows: readonly Pick<LevaRow, 'key' | 'content'>[];
}

/** Rows under their heading, which names them together. */
export function HeadedRows({ heading, rows }: Props) {
  const id = useId();
  return (
    <div role="group" className="headed-rows" aria-labelledby={id}>
      <h3 id={id}>{heading}</h3>
      {rows.map(({ key, content }) => (
        <div key={key}>{content}</div>
      ))}
    </div>
  );
}
