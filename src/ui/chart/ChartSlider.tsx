import type { SVGProps } from 'react';
import { useStep } from '../../runs/session.tsx';
import { useText } from '../useText.ts';

interface Props extends SVGProps<SVGSVGElement> {
  /** The step read; null: none, and it stands at the clock's. */
  readonly read: number | null;
  readonly steps: number;
}

/** What the chart is to a screen reader. It alone renders with the clock's steps: its children come from above. */
export function ChartSlider({ read, steps, children, ...svg }: Props) {
  const t = useText();
  const now = useStep();
  const step = read ?? Math.min(now, steps);
  return (
    // What the keys do makes it one; as an image, a screen reader would keep the arrows to itself.
    <svg
      {...svg}
      role="slider"
      aria-valuemin={0}
      aria-valuemax={steps}
      aria-valuenow={step}
      aria-valuetext={t('transport.position', { step, steps })}
      tabIndex={0}
    >
      {children}
    </svg>
  );
}
