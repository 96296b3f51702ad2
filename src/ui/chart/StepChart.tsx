import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useSession, useVeiled } from '../../runs/session.tsx';
import { restOn } from '../commands.ts';
import { useText } from '../useText.ts';
import { ChartSlider } from './ChartSlider.tsx';
import { stepAt, xOf, type ChartFrame } from './frame.ts';
import './chart.css';

interface Props {
  readonly frame: ChartFrame;
  /** The last step; the frame has one at least. */
  readonly steps: number;
  /** What it shows, for a screen reader; the keys are told after it. */
  readonly label: string;
  /** Axes, lines, names. */
  readonly children: ReactNode;
  /** The numbers of one step, beside its place x. */
  readonly readout: (step: number, x: number) => ReactNode;
}

/** A chart by steps on the scene's own clock: press or drag to go to a step, point or use the arrow keys to read one. */
export function StepChart({ frame, steps, label, children, readout }: Props) {
  const session = useSession();
  const t = useText();
  const held = useRef(false);
  /** The step read out. */
  const [probe, setProbe] = useState<number | null>(null);
  const veiled = useVeiled();
  const { width, height } = frame;

  const stepOf = (event: PointerEvent) =>
    stepAt(frame, event.clientX - event.currentTarget.getBoundingClientRect().left);
  const onPointerMove = (event: PointerEvent) => {
    const step = stepOf(event);
    setProbe(step);
    if (held.current) restOn(session, step);
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = true;
    restOn(session, stepOf(event));
    setProbe(stepOf(event));
  };
  const release = () => {
    held.current = false;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = probe ?? Math.round(session.clock.t);
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      PageDown: at - 10,
      PageUp: at + 10,
      Home: 0,
      End: steps,
    };
    const target = targets[event.key];
    if (target !== undefined) setProbe(Math.min(Math.max(target, 0), steps));
    else if (event.key === 'Enter') restOn(session, at);
    else if (event.key === 'Escape' && probe !== null) setProbe(null);
    else return;
    // The page's own keys (arrows step the clock) keep out while the chart is read.
    event.preventDefault();
    event.stopPropagation();
  };
  const most = veiled ? Math.min(steps, Math.floor(session.clock.t)) : steps;
  const shown = probe === null ? null : Math.min(probe, most);
  return (
    <>
      <ChartSlider
        read={shown}
        steps={steps}
        width={width}
        height={height}
        aria-label={`${veiled ? t('chart.veiled') : label} ${t('chart.keys')}`}
        onPointerMove={onPointerMove}
        onPointerDown={onPointerDown}
        onPointerUp={release}
        onPointerCancel={release}
        onPointerLeave={() => setProbe(null)}
        onFocus={() => setProbe((at) => at ?? Math.round(session.clock.t))}
        onBlur={() => setProbe(null)}
        onKeyDown={onKeyDown}
      >
        <rect className="chart-catch" width={width} height={height} />
        {children}
        {shown !== null && (
          <line
            className="chart-probe"
            x1={xOf(frame, shown)}
            x2={xOf(frame, shown)}
            y1={frame.top - 4}
            y2={frame.bottom}
          />
        )}
      </ChartSlider>
      <div role="status">{shown !== null && readout(shown, xOf(frame, shown))}</div>
    </>
  );
}
