import { useMemo } from 'react';
import { HeatRamp } from '../../../src/scene/heat/HeatCaption.tsx';
import { Progress } from '../../../src/scene/parts/Progress.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { nameOf } from '../trainers.ts';
import type { StartsLook } from './look.ts';
import { reachedScale } from './scale.ts';
import '../../../src/scene/heat/heat.css';

/** What the landscape's colours say while it wears where starts end. */
export function StartsLegend({ look: { spec, map } }: { readonly look: StartsLook }) {
  const t = useText();
  const scale = useMemo(() => reachedScale(map), [map]);
  const { optimizer, steps } = spec.run;
  return (
    <li>
      <HeatRamp scale={scale} show={(value) => t.number(value, 2)} />
      <span>{t('net.starts.legend', { optimizer: nameOf(optimizer), updates: steps })}</span>
    </li>
  );
}

/** How far the map of it is. */
export function StartsProgress({ part }: { readonly part: number | null }) {
  const t = useText();
  return <Progress result="starts" waiting part={part} name={t('net.starts.running')} stop={t('net.stop')} />;
}
