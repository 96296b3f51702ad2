import { useId } from 'react';

interface Props<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly className?: string;
  readonly disabled?: boolean;
}

/** A few choices side by side: native radio buttons, drawn as one bar. */
export function Segmented<T extends string>({
  label,
  options,
  value,
  onChange,
  className = '',
  disabled = false,
}: Props<T>) {
  const name = useId();
  return (
    <div className={`segmented ${className}`} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={disabled}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
