import { useId } from 'react';
import type { TextKey } from '../../i18n/index.ts';
import { useText } from '../../ui/useText.ts';
import type { LevaRow } from './LevaRows.tsx';

interface Props {
  readonly heading: TextKey;
  readonly rows: readonly Pick<LevaRow, 'key' | 'content'>[];
}

/** Rows under their heading, which names them together. */
export function HeadedRows({ heading, rows }: Props) {
  const t = useText();
  const id = useId();
  return (
    <div role="group" className="headed-rows" aria-labelledby={id}>
      <h3 id={id}>{t(heading)}</h3>
      {rows.map(({ key, content }) => (
        <div key={key}>{content}</div>
      ))}
    </div>
  );
}
