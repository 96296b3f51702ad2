import { FoldedLegend, useNarrow } from '../../../src/scene/parts/FoldedLegend.tsx';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import type { Look } from '../model.ts';
import type { StartsLook } from '../starts/look.ts';
import { StartsLegend } from '../starts/StartsLegend.tsx';
import { answerColours } from './colours.ts';

interface Props {
  /** What the landscape wears; null: its heights' colours. */
  readonly starts: StartsLook | null;
  readonly look: Look | null;
  /** Classes of a crowd on view; 0: there is none. */
  readonly classes: number;
  /** What each pane is of, in words. */
  readonly ways: readonly string[];
}

/** Below the panes: what hues and lines are, how thickness counts, and who computed the landscape. On a phone it unfolds, with what else the panes have no room for. */
export function Legend(props: Props) {
  const t = useText();
  const narrow = useNarrow();
  const { look, ways } = props;
  if (!look && ways.length === 0) return null;
  if (!narrow) return <Lines {...props} />;
  return (
    <FoldedLegend name={t('net.legend')}>
      {ways.map((way) => (
        <p key={way}>{way}</p>
      ))}
      <Lines {...props} />
    </FoldedLegend>
  );
}

function Lines({ look, classes, starts }: Props) {
  if (!look && classes === 0) return null;
  return (
    <ul className="pane-legend net-legend" data-whole={look?.run.whole}>
      {classes > 0 && <OfCrowd classes={classes} />}
      {starts && <StartsLegend look={starts} />}
      {look && <OfLandscape look={look} />}
    </ul>
  );
}

function OfCrowd({ classes }: { readonly classes: number }) {
  const t = useText();
  const colours = answerColours[useTheme()];
  return (
    <>
      <li>
        {t('net.crowd.colours')}
        <span className="net-answers" aria-hidden="true">
          {Array.from({ length: Math.min(classes, colours.length) }, (_, answer) => (
            <b key={answer} style={{ color: colours[answer] }}>
              {answer}
            </b>
          ))}
        </span>
      </li>
      <li>
        <svg width={14} height={14} aria-hidden="true">
          <circle cx={7} cy={7} r={5.5} fill="none" strokeWidth={1.6} />
        </svg>
        {t('net.crowd.wrong')}
      </li>
    </>
  );
}

function OfLandscape({ look: { run, landscape } }: { readonly look: Look }) {
  const t = useText();
  const residuals = landscape.paths.flatMap(({ residual }) => [...residual]).filter(Number.isFinite);
  const { backend, deviation, milliseconds } = landscape;
  return (
    <>
      <li>
        <svg width={26} height={8} aria-hidden="true">
          <line x1={1} x2={25} y1={4} y2={4} strokeWidth={2.4} />
          <circle cx={13} cy={4} r={3} />
        </svg>
        {t('net.legend.shadow')}
      </li>
      <li>
        <svg width={26} height={8} aria-hidden="true">
          <line x1={1} x2={25} y1={4} y2={4} strokeWidth={2} strokeDasharray="4 3" />
        </svg>
        {t('net.legend.truth')}
      </li>
      <li>
        <svg width={40} height={8} aria-hidden="true">
          <line x1={1} x2={12} y1={4} y2={4} strokeWidth={1} />
          <line x1={14} x2={25} y1={4} y2={4} strokeWidth={2.5} />
          <line x1={27} x2={39} y1={4} y2={4} strokeWidth={4} />
        </svg>
        {t('net.legend.residual', { most: t.number(Math.max(...residuals, 0), 3) })}
      </li>
      <li className="net-backend" title={t('net.legend.backend.what')} data-value="backend">
        {t(deviation > 0 ? 'net.legend.backend' : 'net.legend.reference', {
          backend: t(`net.backend.${backend as 'simd'}`),
          deviation: t.number(deviation, 2),
          seconds: t.number(milliseconds / 1000, 2),
        })}
      </li>
      {run.arithmetic && (
        <li title={t('net.legend.precision.what')} data-value="precision">
          {t(`net.legend.${run.arithmetic}`)}
        </li>
      )}
    </>
  );
}
