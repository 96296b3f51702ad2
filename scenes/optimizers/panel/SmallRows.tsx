import type { Disturbance } from '../../../src/optimizers/disturbance.ts';
import type { TextKey } from '../../../src/i18n/index.ts';
import { useLabSession, useLabState, useRuns } from '../runs/lab.tsx';
import { toggleDisturbance } from '../state/disturb.ts';
import { resetAll } from '../../../src/ui/commands.ts';
import { HeadShape } from '../HeadShape.tsx';
import { Segmented } from '../../../src/ui/controls/Segmented.tsx';
import { Toggle } from '../../../src/ui/controls/Toggle.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { headingId } from './address.ts';
import type { FlagName } from './rows.ts';

export function HeightRow() {
  const t = useText();
  const { store } = useLabSession();
  const height = useLabState((state) => state.height);
  return (
    <>
      <div className="row">
        <span className="label">{t('panel.height')}</span>
        <Segmented
          label={t('panel.height')}
          options={(['linear', 'log'] as const).map((value) => ({ value, label: t(`panel.height.${value}`) }))}
          value={height}
          onChange={(next) => store.update({ height: next })}
        />
      </div>
      {height === 'log' && <p className="note">{t('panel.height.note')}</p>}
    </>
  );
}

export function FlagRow({ flag, label }: { flag: FlagName; label: TextKey }) {
  const t = useText();
  const { store } = useLabSession();
  const checked = useLabState((state) => state[flag]);
  return <Toggle label={t(label)} checked={checked} onChange={(next) => store.update({ [flag]: next })} />;
}

/** Switches one disturbance of the runs on and off; its numbers stand below it while it is on. */
export function DisturbanceRow({ part }: { part: keyof Disturbance }) {
  const t = useText();
  const { store } = useLabSession();
  const on = useLabState((state) => state.disturbance[part] !== undefined);
  return <Toggle label={t(`panel.${part}`)} checked={on} onChange={(next) => toggleDisturbance(store, part, next)} />;
}

/** Names the optimizer whose rows follow. */
export function HeadingRow({ id }: { id: string }) {
  const run = useRuns().find((candidate) => candidate.id === id);
  if (!run) return null;
  return (
    <h3 className="run-heading" id={headingId(id)}>
      <HeadShape ink={run.ink} />
      {run.name}
    </h3>
  );
}

export function ResetRow() {
  const t = useText();
  const session = useLabSession();
  return (
    <button type="button" className="button reset-all" onClick={() => resetAll(session)}>
      {t('panel.reset')}
    </button>
  );
}
