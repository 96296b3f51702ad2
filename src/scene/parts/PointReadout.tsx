import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import './pointReadout.css';

interface Props {
  readonly at: { readonly clientX: number; readonly clientY: number };
  /** Whose point it is. */
  readonly title?: ReactNode;
  readonly colour?: string | undefined;
  readonly rows: readonly { readonly id: string; readonly label: string; readonly value: string }[];
  /** It stays where it is, to be pressed and read aloud. */
  readonly pinned?: boolean;
  /** Below the numbers: what can be done with the point. */
  readonly children?: ReactNode;
}

/** CSS pixels between the pointer and the card. */
const AWAY = 14;

/** The numbers of the point under the pointer, beside it, within the window and above whatever lies over the picture. */
export function PointReadout({ at, title, colour, rows, pinned = false, children }: Props) {
  const card = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const { offsetWidth: width = 0, offsetHeight: height = 0 } = card.current ?? {};
    setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
  }, [title, rows, children]);
  const { clientX, clientY } = at;
  const right = clientX + AWAY + size.width <= window.innerWidth;
  const below = clientY + AWAY + size.height <= window.innerHeight;
  const style = {
    left: Math.max(right ? clientX + AWAY : clientX - AWAY - size.width, 4),
    top: Math.max(below ? clientY + AWAY : clientY - AWAY - size.height, 4),
  };
  return createPortal(
    <div ref={card} className={pinned ? 'point-readout pinned' : 'point-readout'} style={style} aria-hidden={!pinned}>
      {title !== undefined && (
        <div className="point-readout-title" style={{ color: colour }}>
          {title}
        </div>
      )}
      <dl>
        {rows.map(({ id, label, value }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd data-readout={id}>{value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </div>,
    document.body,
  );
}
