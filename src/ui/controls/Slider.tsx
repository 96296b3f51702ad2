import type { KeyboardEvent } from 'react';
import type { ParamSpec } from '../../params/spec.ts';
import { useText } from '../useText.ts';
import { useFineDrag } from './fineDrag.ts';
import { movedTo, nudged, POSITIONS, positionOf, valueAt } from './scale.ts';
import { trackLayers, type TrackLook } from './zones.ts';

/** A value from which on something else is so: marked on the track, which is hatched beyond it unless zones say what is. */
export interface SliderLimit {
  readonly value: number;
  /** What it is, with its number: on pointing. */
  readonly text: string;
  /** The same of a value beyond it, as it is spoken after the value. */
  readonly beyond: string;
}

/** Values of which something is expected: marked on the track. */
export interface SliderZones {
  /** What it is: on pointing. */
  readonly text: string;
  readonly kinds: readonly {
    readonly look: TrackLook;
    readonly zones: readonly (readonly [from: number, to: number])[];
    /** What is so of a value in one of them, as it is spoken after the value. */
    readonly within: string;
  }[];
}

interface Props {
  readonly label: string;
  /** The id of what says whose number it is. */
  readonly of?: string | undefined;
  readonly spec: ParamSpec;
  readonly value: number;
  readonly limit?: SliderLimit | null | undefined;
  readonly zones?: SliderZones | null | undefined;
  readonly onChange: (value: number) => void;
}

const arrows: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

/** A native range input over a linear or logarithmic scale. Arrows, the hand and the spoken value are ours, all else the browser's. */
export function Slider({ label, of, spec, value, limit = null, zones = null, onChange }: Props) {
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
  const shareOf = (at: number) => positionOf(spec, at) / POSITIONS;
  const marked = limit !== null && limit.value > spec.min && limit.value < spec.max;
  const layers = zones
    ? zones.kinds.flatMap(({ look, zones: some }) =>
        trackLayers(
          look,
          some.map(([from, to]) => [shareOf(from), shareOf(to)]),
        ),
      )
    : marked
      ? trackLayers('hatched', [[shareOf(limit.value), 1]])
      : [];
  const places = {
    '--fill': position / POSITIONS,
    ...(marked && { '--limit': shareOf(limit.value) }),
    ...(layers.length > 0 && { '--zones': layers.join(', ') }),
  };
  const within = (some: readonly (readonly [number, number])[]) =>
    some.some(([from, to]) => value >= from && value <= to);
  const told = [
    t.number(value),
    limit !== null && value > limit.value && limit.beyond,
    ...(zones?.kinds ?? []).map((kind) => within(kind.zones) && kind.within),
  ];
  return (
    <input
      className={`slider${marked ? ' limited' : ''}${layers.length > 0 ? ' zoned' : ''}`}
      type="range"
      min={0}
      max={POSITIONS}
      step={1}
      aria-label={label}
      aria-describedby={of}
      aria-valuetext={told.filter(Boolean).join(' ')}
      title={[limit?.text, zones?.text].filter(Boolean).join('\n') || undefined}
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
