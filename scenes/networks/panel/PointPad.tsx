import { useRef, type PointerEvent } from 'react';
import { useStore } from 'zustand';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { model } from '../model.ts';
import { addPoint } from '../own/add.ts';
import { onlyClass, REACH } from '../own/points.ts';
import { classColours } from '../views/colours.ts';
import './panel.css';

/** Of the pad's own units, REACH a half. */
const APART = 0.09;

/** The input plane to paint on: press or drag sets points of the class chosen. */
export function PointPad() {
  const t = useText();
  const theme = useTheme();
  const { store, own } = model.useSession();
  const points = model.useState((state) => state.points);
  const label = useStore(own.files, (state) => state.brush);
  const only = onlyClass(points);
  const last = useRef<readonly [number, number] | null>(null);
  const paint = (event: PointerEvent<SVGSVGElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const x = (2 * (event.clientX - left)) / width - 1;
    const y = 1 - (2 * (event.clientY - top)) / height;
    const at = [REACH * x, REACH * y] as const;
    const before = last.current;
    if (before && Math.hypot(at[0] - before[0], at[1] - before[1]) < APART) return;
    last.current = at;
    addPoint(store, at, label);
  };
  return (
    <div className="net-pad">
      <div className="net-pad-row" role="group" aria-label={t('net.own.class')}>
        {([0, 1] as const).map((which) => (
          <button
            key={which}
            type="button"
            className="button"
            aria-pressed={label === which}
            style={{ color: classColours[theme][which] }}
            onClick={() => own.files.setState({ brush: which })}
          >
            {t(`net.own.class.${which}`)}
          </button>
        ))}
        <button
          type="button"
          className="button"
          disabled={points.length === 0}
          onClick={() => store.update({ points: points.slice(0, -1) })}
        >
          {t('net.own.undo')}
        </button>
        <button
          type="button"
          className="button"
          disabled={points.length === 0}
          onClick={() => store.update({ points: [] })}
        >
          {t('net.own.clear')}
        </button>
      </div>
      <svg
        viewBox={`${-REACH} ${-REACH} ${2 * REACH} ${2 * REACH}`}
        role="img"
        aria-label={t('net.own.pad', { count: points.length })}
        data-pad=""
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          last.current = null;
          paint(event);
        }}
        onPointerMove={(event) => {
          if (event.buttons === 1) paint(event);
        }}
      >
        <path d={`M${-REACH} 0H${REACH}M0 ${-REACH}V${REACH}`} />
        {points.map(([x, y, which], i) => (
          <circle key={i} cx={x} cy={-y} r={0.045} fill={classColours[theme][which]} />
        ))}
      </svg>
      <p className="net-pad-one" role="status">
        {only !== null && t('net.own.one', { other: t(`net.own.class.${only === 0 ? 1 : 0}`) })}
      </p>
      <p className="note">{t('net.own.how')}</p>
    </div>
  );
}
