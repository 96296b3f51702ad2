import type { WrongText } from '../../state/fields.ts';
import { useText } from '../useText.ts';
import { whereAndWhy } from './explain.ts';

/** Where a formula or rule of a link goes wrong, and why. */
export default function WrongInLink({ text, error }: Extract<WrongText, { readonly error: unknown }>) {
  const t = useText();
  return <> {whereAndWhy(t, text, error)}</>;
}
