import type { ParamSpec } from '../../params/spec.ts';
import { useText } from '../useText.ts';
import { movedTo, POSITIONS, positionOf } from './scale.ts';

interface Props {
  readonly label: string;
  /** The id of what says whose number it is. */
  readonly of?: string | undefined;
  readonly spec: ParamSpec;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A native range input over a linear or logarithmic scale; keyboard and touch are the browser's, the spoken value is ours. */
export function Slider({ label, of, spec, value, onChange }: Props) {
  const t = useText();
  return (
    <input
      className="slider"
      type="range"
      min={0}
      max={POSITIONS}
      step={1}
      aria-label={label}
      aria-describedby={of}
      aria-valuetext={t.number(value)}
      value={Math.round(positionOf(spec, value))}
      style={{ '--fill': positionOf(spec, value) / POSITIONS } as React.CSSProperties}
      onChange={(event) => {
        const next = movedTo(spec, value, event.currentTarget.valueAsNumber);
        if (next !== value) onChange(next);
      }}
    />
  );
}
