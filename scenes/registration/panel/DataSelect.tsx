import { useRegistrationSession, useRegistrationState } from '../runs/session.tsx';
import { dataIds, type DataId } from '../state/types.ts';
import { useText } from '../../../src/ui/useText.ts';

/** What is registered. Another choice begins anew with that data's own methods. */
export function DataSelect() {
  const t = useText();
  const { store } = useRegistrationSession();
  const data = useRegistrationState((state) => state.data);
  const choose = (next: DataId) =>
    store.begin({
      data: next,
      panes: undefined,
      selected: undefined,
      start: undefined,
      voxel: undefined,
      camera: undefined,
      card: undefined,
    });
  return (
    <select
      className="data-select"
      aria-label={t('reg.data')}
      value={data}
      onChange={(event) => choose(event.currentTarget.value as DataId)}
    >
      {dataIds.map((id) => (
        <option key={id} value={id}>
          {t(`reg.data.${id}`)}
        </option>
      ))}
    </select>
  );
}
