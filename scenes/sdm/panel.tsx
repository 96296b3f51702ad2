import { scalarFunctionOf } from '../../src/sdm/functions.ts';
import { sdmParamsOf } from '../../src/sdm/params.ts';
import type { PanelItem } from '../../src/scene/panel/items.ts';
import { useText } from '../../src/ui/useText.ts';
import { functionOf, model } from './model.ts';

/** Targets worth a slider: what h is on its usual range. */
export function targetSpec(h: string) {
  const { target, low, high } = sdmParamsOf(h);
  const { value } = scalarFunctionOf(h);
  const values = Array.from({ length: 65 }, (_, i) => value(low.default + ((high.default - low.default) * i) / 64));
  const finite = [target.default, ...values.filter((v) => Math.abs(v) <= 1000)];
  const [min, max] = [Math.min(...finite), Math.max(...finite)].map((v) => Number(v.toPrecision(2)));
  return min! < max! ? { ...target, min: min!, max: max! } : target;
}

export function usePanel(): readonly PanelItem[] {
  const t = useText();
  const h = model.useState((state) => state.h);
  const name = model.useState(functionOf);
  const rows = (['low', 'high'] as const).map((part) => ({ part, spec: sdmParamsOf(name)[part] }));
  return [
    ...(h === 'own' ? ['h', 'formula'] : ['h']),
    { part: 'target', spec: targetSpec(name) },
    ...['maps', 'samples', 'lambda', 'reach', 'seed'],
    { key: 'ends', fold: t('sdm.ends'), rows },
  ];
}
