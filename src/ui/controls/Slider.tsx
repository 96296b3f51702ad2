import type { KeyboardEvent } from 'react';
import type { ParamSpec } from '../../params/spec.ts';
import { useText } from '../useText.ts';
import { useFineDrag } from './fineDrag.ts';
import { movedTo, nudged, POSITIONS, positionOf, valueAt } from './scale.ts';

/** A value from which on something else is so: marked on the track, which is tinted beyond it. */
export interface SliderLimit {
  readonly value: number;
  /** What it is, with its number: on pointing. */
  readonly text: string;
  /** The same of a value beyond it, as it is spoken after the value. */
  readonly beyond: string;
}

interface Props {
  readonly label: string;
  /** The id of what says whose number it is. */
  readonly of?: string | undefined;
  readonly spec: ParamSpec;
  readonly value: number;
  readonly limit?: SliderLimit | null | undefined;
  readonly onChange: (value: number) => void;
}

const arrows: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

/** A native range input over a linear or logarithmic scale. Arrows, the hand and the spoken value are ours, all else the browser's. */
export function Slider({ label, of, spec, value, limit = null, onChange }: Props) {
  const t = useText();
  const change = (next: number) => {
    if (next !== value) onChange(next);
  };
  const position = positionOf(spec, value);
  const drag = useFineDrag(position, (to, grain) => change(valueAt(spec, to, grain)));
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = arrows[event.key];
    if (direction === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    change(nudged(spec, value, direction, event.shiftKey));
  };
  const marked = limit !== null && limit.value > spec.min && limit.value < spec.max;
  const places = {
    '--fill': position / POSITIONS,
    ...(marked && { '--limit': positionOf(spec, limit.value) / POSITIONS }),
  };
  return (
    <input
      className={marked ? 'slider limited' : 'slider'}
      type="range"
      min={0}
      max={POSITIONS}
      step={1}
      aria-label={label}
      aria-describedby={of}
      aria-valuetext={limit !== null && value > limit.value ? `${t.number(value)} ${limit.beyond}` : t.number(value)}
      title={limit?.text}
      value={Math.round(position)}
      style={places as React.CSSProperties}
      {...drag.handlers}
      onKeyDown={onKeyDown}
      onChange={(event) => {
        if (!drag.holds()) change(movedTo(spec, value, event.currentTarget.valueAsNumber));
      }}
    />
  );
}
