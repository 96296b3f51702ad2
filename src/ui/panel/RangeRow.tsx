import { paramLabel } from '../../i18n/index.ts';
import { RangeControl } from '../controls/RangeControl.tsx';
import { useText } from '../useText.ts';
import { nameOf, type Address } from './address.ts';
import { useNumber } from './useNumber.ts';

export function RangeRow({ address }: { address: Address }) {
  const t = useText();
  const number = useNumber(address);
  if (!number) return null;
  const { value, spec, write } = number;
  return (
    <RangeControl
      label={paramLabel(t.language, nameOf(address))}
      symbol={spec.symbol}
      spec={spec}
      value={value}
      onChange={write}
    />
  );
}
