import { lab } from '../model.ts';
import { useRuns } from '../runs/useRuns.ts';
import { toggleDisturbance, type DisturbancePart } from '../state/disturb.ts';
import { resetAll } from '../../../src/ui/commands.ts';
import { HeadShape } from '../HeadShape.tsx';
import { Segmented } from '../../../src/ui/controls/Segmented.tsx';
import { Toggle } from '../../../src/ui/controls/Toggle.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { headingId } from './address.ts';

export function HeightRow() {
  const t = useText();
  const { store } = lab.useSession();
  const height = lab.useState((state) => state.height);
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

export function LoopRow() {
  const t = useText();
  const { store } = lab.useSession();
  const loop = lab.useState((state) => state.loop);
  return <Toggle label={t('panel.loop')} checked={loop} onChange={(next) => store.update({ loop: next })} />;
}

/** Switches one disturbance of the runs on and off; its numbers stand below it while it is on. */
export function DisturbanceRow({ part }: { part: DisturbancePart }) {
  const t = useText();
  const { store } = lab.useSession();
  const on = lab.useState((state) => state.disturbance[part] !== undefined);
  return <Toggle label={t(`panel.${part}`)} checked={on} onChange={(next) => toggleDisturbance(store, part, next)} />;
}

/** What the noise is, and what the swarm makes of it. */
export function NoiseNote() {
  return <p className="note">{useText()('panel.noise.note')}</p>;
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
  const session = lab.useSession();
  return (
    <button type="button" className="button reset-all" onClick={() => resetAll(session)}>
      {t('panel.reset')}
    </button>
  );
}
