import { useText } from '../useText.ts';

interface Props<T extends string> {
  readonly options: readonly { readonly value: T; readonly label: string; readonly disabled?: boolean }[];
  readonly value: T;
  /** On pointing. */
  readonly title?: string | undefined;
  /** CSS pixels from the chart's left. */
  readonly left: number;
  readonly onChange: (value: T) => void;
}

/** What a chart shows, chosen where its axis has its name. */
export function ChartQuantity<T extends string>({ options, value, title, left, onChange }: Props<T>) {
  const t = useText();
  return (
    <select
      className="chart-quantity"
      style={{ left }}
      aria-label={t('chart.quantity')}
      title={title}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as T)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
