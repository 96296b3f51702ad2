import type { TextKey } from '../../i18n/index.ts';
import type { ParamSpec } from '../../params/spec.ts';
import { NumberField } from '../../ui/controls/NumberField.tsx';
import { useText } from '../../ui/useText.ts';
import { nextSeed } from '../state/nextSeed.ts';

interface Props {
  /** Its words: `<name>`, `<name>.next` on the button, `<name>.what`: what another seed changes. */
  readonly name: string;
  readonly spec: ParamSpec;
  /** null: there is none to show; one may be typed. */
  readonly value: number | null;
  /** What another one after nothing is. */
  readonly before?: number;
  readonly shortcut?: string | undefined;
  readonly onChange: (value: number) => void;
  /** What the button does; absent: it changes to the next seed. */
  readonly onNext?: () => void;
}

/** A seed, typed or the next one at a press; after the last that a link may hold comes the first. */
export function SeedRow({ name, spec, value, before = 0, shortcut, onChange, onNext }: Props) {
  const t = useText();
  const label = t(name as TextKey);
  return (
    <div className="row seed-row">
      <span className="label">{label}</span>
      <NumberField label={label} spec={spec} value={value} onChange={onChange} />
      <button
        type="button"
        className="button dice"
        aria-keyshortcuts={shortcut?.toUpperCase()}
        title={t(`${name}.what` as TextKey)}
        onClick={onNext ?? (() => onChange(nextSeed(spec, value ?? before)))}
      >
        {t(`${name}.next` as TextKey)}
      </button>
    </div>
  );
}
