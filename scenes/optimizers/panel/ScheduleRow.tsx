import { scheduleKinds } from '../../../src/optimizers/schedule.ts';
import { SelectRow } from '../../../src/scene/panel/SelectRow.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { lab } from '../model.ts';
import { setSchedule } from '../state/disturb.ts';

const CONSTANT = 'constant';

/** How lr goes over the run. */
export function ScheduleRow() {
  const t = useText();
  const { store } = lab.useSession();
  const kind = lab.useState((state) => state.disturbance.schedule?.kind);
  return (
    <>
      <SelectRow
        label={t('panel.schedule')}
        options={[CONSTANT, ...scheduleKinds].map((value) => ({
          value,
          label: t(`panel.schedule.${value as typeof CONSTANT | (typeof scheduleKinds)[number]}`),
        }))}
        value={kind ?? CONSTANT}
        onChange={(value) => setSchedule(store, scheduleKinds.find((one) => one === value) ?? null)}
      />
      {kind !== undefined && <p className="note">{t(`panel.schedule.note.${kind}`)}</p>}
    </>
  );
}
