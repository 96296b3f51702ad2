import { useMemo } from 'react';
import { useText } from '../../../src/ui/useText.ts';
import type { Hovered } from './Relief.tsx';

/** The numbers under the pointer: x, y, f, |∇f|. */
export function Readout({ hovered: { x, y, clientX, clientY, model } }: { readonly hovered: Hovered }) {
  const t = useText();
  const [f, slope] = useMemo(() => {
    const out = new Float64Array(3);
    model.objective.evaluate(x, y, out);
    return [out[0] as number, Math.hypot(out[1] as number, out[2] as number)];
  }, [model, x, y]);
  const right = clientX > window.innerWidth - 220;
  return (
    <dl className={right ? 'readout at-left' : 'readout'} style={{ left: clientX, top: clientY }}>
      <dt>x, y</dt>
      <dd>
        {t.number(x)}, {t.number(y)}
      </dd>
      <dt>f</dt>
      <dd>{t.number(f)}</dd>
      <dt>|∇f|</dt>
      <dd>{t.number(slope)}</dd>
    </dl>
  );
}
