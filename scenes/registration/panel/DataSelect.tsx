import { changePart } from '../../../src/scene/state/change.ts';
import { useText } from '../../../src/ui/useText.ts';
import { useRegistrationSession, useRegistrationState } from '../model.ts';
import { dataIds } from '../state/data.ts';
import { table } from '../state/table.ts';

/** What is registered. */
export function DataSelect() {
  const t = useText();
  const { store } = useRegistrationSession();
  const data = useRegistrationState((state) => state.data);
  return (
    <select
      className="data-select"
      aria-label={t('reg.data')}
      value={data}
      onChange={(event) => changePart(store, table.entries.data, 'data', event.currentTarget.value)}
    >
      {dataIds.map((id) => (
        <option key={id} value={id}>
          {t(`reg.data.${id}`)}
        </option>
      ))}
    </select>
  );
}
