import { useVeiled } from '../../src/runs/session.tsx';
import { useTheme } from '../../src/ui/preferences.ts';
import { useSize } from '../../src/ui/useSize.ts';
import { useText } from '../../src/ui/useText.ts';
import { inkColours } from '../../src/state/ink.ts';
import { model } from './model.ts';
import { linesIn, type DrawnLine } from './studies/draw.ts';

const HUES = [0, 3, 1];

/** Below the panes, or in their stead: what the experiment of the open card found, once one has predicted. */
export function Aside({ alone }: { readonly alone: boolean }) {
  const t = useText();
  const theme = useTheme();
  const veiled = useVeiled();
  const { value: studied, waiting, part } = model.useResult('study');
  const [ref, size] = useSize<HTMLDivElement>();
  if (!studied && !waiting && !alone) return null;
  const drawn = size && studied && !veiled ? linesIn(t, studied.study.plot, size) : null;
  const name = (line: DrawnLine) => t(`net.study.line.${line.id as 'bent'}`);
  return (
    <figure className={alone ? 'net-aside alone card' : 'net-aside card'}>
      <figcaption>
        <strong>{studied ? t(`net.study.${studied.id}.y`) : t('net.study')}</strong>
        {studied && !veiled ? (
          <>
            {drawn?.lines.map((line, i) => (
              <span key={line.id} style={{ color: inkColours[theme][HUES[i] ?? 0] }}>
                {name(line)}
              </span>
            ))}
            <span className="note">→ {t(`net.study.${studied.id}.x`)}</span>
          </>
        ) : (
          waiting && (
            <label className="note">
              {t('net.study.running')} {part !== null && <progress max={1} value={part} />}
            </label>
          )
        )}
      </figcaption>
      <div className="net-plot" ref={ref}>
        {veiled && studied && <p className="net-veiled">{t('net.study.veiled')}</p>}
        {drawn && size && (
          <svg width={size.width} height={size.height} role="presentation">
            {drawn.ticksY.map(({ at, text }) => (
              <g key={text} className="tick" transform={`translate(0 ${at})`}>
                <line x1={drawn.left} x2={size.width} />
                <text x={drawn.left - 5} dy="0.35em" textAnchor="end">
                  {text}
                </text>
              </g>
            ))}
            {drawn.ticksX.map(({ at, text }) => (
              <text key={text} className="tick" x={at} y={size.height - 2} textAnchor="middle">
                {text}
              </text>
            ))}
            {drawn.lines.map((line, i) => (
              <g key={line.id} style={{ color: inkColours[theme][HUES[i] ?? 0] }}>
                <path d={line.path} strokeDasharray={i === 1 ? '5 3' : undefined} />
                {line.dots.map(([x, y]) => (
                  <circle key={x} cx={x} cy={y} r={2.6} />
                ))}
              </g>
            ))}
          </svg>
        )}
      </div>
    </figure>
  );
}
