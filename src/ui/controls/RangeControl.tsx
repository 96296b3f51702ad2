import { useId } from 'react';
import type { ParamSpec } from '../../params/spec.ts';
import { useText } from '../useText.ts';
import { NumberField } from './NumberField.tsx';
import { Slider, type SliderLimit } from './Slider.tsx';

interface Props {
  readonly label: string;
  /** `η`, `β₁`; stands behind the label. */
  readonly symbol?: string | undefined;
  /** The id of what says whose number it is, where several have the same label. */
  readonly of?: string | undefined;
  readonly spec: ParamSpec;
  readonly value: number;
  /** Marked on the slider. */
  readonly limit?: SliderLimit | null | undefined;
  readonly onChange: (value: number) => void;
}

/** Label, typed entry and slider of one number; a double click on the label takes the default back. */
export function RangeControl({ label, symbol, of, spec, value, limit, onChange }: Props) {
  const t = useText();
  const fieldId = useId();
  return (
    <div className="range-control">
      <label
        htmlFor={fieldId}
        title={t('panel.default', { value: t.number(spec.default, 6) })}
        onDoubleClick={() => onChange(spec.default)}
      >
        {label}
        {symbol && <i className="symbol"> {symbol}</i>}
      </label>
      <NumberField
        id={fieldId}
        label={t('panel.value.of', { label })}
        of={of}
        spec={spec}
        value={value}
        onChange={onChange}
      />
      <Slider label={label} of={of} spec={spec} value={value} limit={limit} onChange={onChange} />
    </div>
  );
}
