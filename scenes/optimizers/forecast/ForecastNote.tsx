import { useText } from '../../../src/ui/useText.ts';
import { qualitySaid, zonesSaid, type Foretold } from './foretold.ts';

/** Below a learning rate: from which on it is too large, and how far that can be trusted. */
export function ForecastNote({ id, said }: { readonly id: string; readonly said: Foretold }) {
  const t = useText();
  const { short, how } = qualitySaid(t, said);
  return (
    <p className="rate-note" id={id} title={how}>
      {[zonesSaid(t, said), short].join(t('sentence.gap'))}
    </p>
  );
}
