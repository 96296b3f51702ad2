import { usePhone } from '../../../../src/ui/preferences.ts';
import { Pad } from './Pad.tsx';

/** On a phone the pad stands by the picture, see the view. */
export function PadRow() {
  return usePhone() ? null : <Pad />;
}
