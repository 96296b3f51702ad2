import { paramLabel } from '../../../src/i18n/index.ts';
import { lab } from '../model.ts';
import { RangeControl } from '../../../src/ui/controls/RangeControl.tsx';
import { useLighting } from '../../../src/ui/useLighting.ts';
import { useText } from '../../../src/ui/useText.ts';
import { headingId, highlightOf, nameOf, type Address } from './address.ts';
import { useNumber } from './useNumber.ts';

export function RangeRow({ address }: { address: Address }) {
  const t = useText();
  const number = useNumber(address);
  const selected = lab.useState((state) => state.selected);
  const { lit, handlers } = useLighting(highlightOf(address, selected));
  if (!number) return null;
  const { value, spec, write } = number;
  return (
    <div className={lit ? 'range-row lit' : 'range-row'} {...handlers}>
      <RangeControl
        label={paramLabel(t.language, nameOf(address))}
        symbol={spec.symbol}
        of={address.of === 'run' && address.id !== selected ? headingId(address.id) : undefined}
        spec={spec}
        value={value}
        onChange={write}
      />
    </div>
  );
}
