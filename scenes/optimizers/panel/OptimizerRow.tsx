import { lab } from '../model.ts';
import { useId, type CSSProperties } from 'react';
import { useVeiled } from '../../../src/runs/session.tsx';
import { paramLabel } from '../../../src/i18n/index.ts';
import { toggleRun } from '../state/actions.ts';
import { inkColours, type Ink } from '../../../src/state/ink.ts';
import { ForecastNote } from '../forecast/ForecastNote.tsx';
import { foretoldZones } from '../forecast/foretold.ts';
import { useForetold } from '../forecast/useForetold.ts';
import type { RunState } from '../state/types.ts';
import { HeadShape } from '../HeadShape.tsx';
import { NumberField } from '../../../src/ui/controls/NumberField.tsx';
import { Slider } from '../../../src/ui/controls/Slider.tsx';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useLighting } from '../../../src/ui/useLighting.ts';
import { useText } from '../../../src/ui/useText.ts';
import { highlightOf } from './address.ts';
import { rateLimit } from './limit.ts';
import { stuckFor } from './stuck.ts';
import { useLab, useNumber } from './useNumber.ts';

interface Props {
  readonly run: RunState;
  /** null while it does not run. */
  readonly ink: Ink | null;
  readonly selected: boolean;
  readonly onFull: () => void;
}

/** One optimizer: whether it runs, its mark, its name (which selects it), its learning rate. */
export function OptimizerRow({ run, ink, selected, onFull }: Props) {
  const t = useText();
  const theme = useTheme();
  const { store } = lab.useSession();
  const address = { of: 'run', id: run.id, name: 'lr' } as const;
  const rate = useNumber(address);
  // While a question waits for its answer the mark, which may be it, waits, too.
  const veiled = useVeiled();
  const { state } = useLab();
  const limit = veiled ? null : rateLimit(t, state, run);
  const ahead = useForetold(run.id);
  const zones = foretoldZones(t, ahead?.found ?? null);
  const noteId = useId();
  const noted = selected && ahead !== null;
  const stuck = stuckFor(run, state.surface);
  const { lit, handlers } = useLighting(highlightOf(address, selected ? run.id : null));
  const label = `${run.name}: ${paramLabel(t.language, 'lr')}`;
  const enable = (enabled: boolean) => {
    if (!toggleRun(store, run.id, enabled)) onFull();
  };
  return (
    <li
      className={`optimizer${selected ? ' selected' : ''}${run.enabled ? '' : ' off'}`}
      style={ink ? ({ '--hue': inkColours[theme][ink.hue] } as CSSProperties) : undefined}
    >
      <label className="optimizer-tick">
        <input
          type="checkbox"
          aria-label={t('panel.optimizer.show', { optimizer: run.name })}
          checked={run.enabled}
          onChange={(event) => enable(event.currentTarget.checked)}
        />
      </label>
      <button
        type="button"
        className="optimizer-name"
        aria-pressed={selected}
        disabled={!run.enabled}
        title={t('panel.optimizer.select', { optimizer: run.name })}
        onClick={() => store.update({ selected: run.id })}
        onDoubleClick={() => rate?.write(rate.spec.default)}
      >
        <HeadShape ink={ink} />
        <span>{run.name}</span>
      </button>
      {rate && (
        <div className={lit ? 'rate lit' : 'rate'} {...handlers}>
          <NumberField
            label={t('panel.value.of', { label })}
            spec={rate.spec}
            value={rate.value}
            onChange={rate.write}
          />
          <Slider
            {...{ label, limit, zones }}
            of={noted ? noteId : undefined}
            spec={rate.spec}
            value={rate.value}
            onChange={rate.write}
          />
        </div>
      )}
      {noted && <ForecastNote id={noteId} ahead={ahead} />}
      {stuck && <span className="rate-note">{t(`panel.${stuck}`)}</span>}
    </li>
  );
}
