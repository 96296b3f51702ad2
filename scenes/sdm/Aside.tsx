import { useMemo } from 'react';
import { useSession, useStep } from '../../src/runs/session.tsx';
import { Plot } from '../../src/scene/parts/Plot.tsx';
import { scalarFunctionOf } from '../../src/sdm/functions.ts';
import { mapLine, shownRange, valuesAt, type SdmRun } from '../../src/sdm/reading.ts';
import { onwardLink } from '../../src/state/link.ts';
import { useTheme } from '../../src/ui/preferences.ts';
import { useText } from '../../src/ui/useText.ts';
import { formulaOf, hueOf } from './read.ts';

/** Starts that are marked on the curve at most. */
const MARKED = 60;
/** Above and below what h is on the range of training, of its span. */
const PAD = 0.15;

/**
 * Below the panes: h as a curve, y as a level, each map as its line over h, and from each start to the line what the next map leaves of its
 * error; beside it, where the same idea moves clouds.
 */
export function Aside({ run }: { readonly run: SdmRun }) {
  const t = useText();
  const step = useStep();
  const { spec, record } = run;
  const { h, across, up } = useMemo(() => plotOf(run), [run]);
  const next = Math.min(step, spec.maps - 1);
  const [slope = 0, bias = 0] = record.maps.subarray(2 * next);
  const lines = Array.from({ length: spec.maps }, (_, k) => {
    const [from, to] = up.map((v) => [mapLine(run, k)(v), v] as const);
    return { from: from!, to: to!, is: k === next ? 'thick' : 'faint' } as const;
  });
  const starts = [...valuesAt(record.test, step)].filter((x) => x >= across[0] && x <= across[1]).slice(0, MARKED);
  const dots = starts.map((x) => [x, h(x)] as const).filter(([, v]) => Number.isFinite(v));
  const left = dots.map((dot) => ({ from: dot, to: [mapLine(run, next)(dot[1]), dot[1]], is: 'thin' }) as const);
  const level = { from: [across[0], spec.target], to: [across[1], spec.target], is: 'level' } as const;
  // Each note at the end where the curve is far: below it where it is high, over the level where it is low.
  const low = !(h(across[1]) < h(across[0]));
  return (
    <div className="sdm-aside">
      <figure className="card">
        <figcaption>
          <strong>{t('sdm.map', { map: next + 1 })}</strong>{' '}
          <span data-value="map">
            Δx = {t.number(slope, 3)} (h(x) − y) {bias < 0 ? '−' : '+'} {t.number(Math.abs(bias), 3)}
          </span>{' '}
          <span className="note">{t('sdm.map.what')}</span>
        </figcaption>
        <Plot
          {...{ across, up, curve: h, dots, lines: [level, ...lines, ...left], colour: hueOf(useTheme(), 'test') }}
          notes={[
            { at: [across[low ? 1 : 0], up[0]], text: `h(x) = ${formulaOf(run)}`, anchor: low ? 'end' : 'start' },
            {
              at: [across[low ? 0 : 1], spec.target],
              text: `y = ${t.number(spec.target)}`,
              anchor: low ? 'start' : 'end',
            },
          ]}
        />
      </figure>
      <a className="card" href={`#${onwardLink('registration', 'm=do', useSession().store.get().overrides)}`}>
        <strong>{t('sdm.onward.title')} →</strong>
        <span className="note">{t('sdm.onward')}</span>
      </a>
    </div>
  );
}

function plotOf({ spec }: SdmRun) {
  const h = scalarFunctionOf(spec.h).value;
  const along = Array.from({ length: 101 }, (_, i) => h(spec.low + ((spec.high - spec.low) * i) / 100));
  const values = [spec.target, ...along.filter(Number.isFinite)];
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const pad = PAD * (greatest - least || 1);
  return { h, across: shownRange(spec), up: [least - pad, greatest + pad] as const };
}
