import { useMemo } from 'react';
import { bounds } from '../../../src/clouds/spacing.ts';
import { createSpace } from '../../../src/view/clouds/space.ts';
import { useStep } from '../../../src/runs/session.tsx';
import { PaneStage } from '../../../src/scene/PaneStage.tsx';
import { ColourBar } from '../../../src/scene/parts/ColourBar.tsx';
import { Notice } from '../../../src/scene/parts/Notice.tsx';
import { PaneHead } from '../../../src/scene/parts/PaneHead.tsx';
import type { ViewProps } from '../../../src/scene/viewProps.ts';
import { HUES } from '../../../src/state/ink.ts';
import { useText } from '../../../src/ui/useText.ts';
import { AnswerNotice } from '../answer/answering.tsx';
import { useInspected } from '../inspected.ts';
import { useTilt } from '../answer/useTilt.ts';
import { model } from '../model.ts';
import { useSubject } from '../subject.ts';
import { gridOutline } from './grid.ts';
import { ManyClouds } from './ManyClouds.tsx';
import { spreadLimit } from './spreadLimit.ts';
import { useSpread } from './useSpread.ts';

const DIRECTION = { azimuth: -24, elevation: 20 } as const;
/** Points that the picture is framed to. */
const FRAMED = 2100;
/** What every object of longest edge 1 takes, whichever way it is turned. */
const OUTLINE = Float64Array.from({ length: 24 }, (_, i) => ((Math.floor(i / 3) >> (i % 3)) & 1 ? 0.55 : -0.55));

/** Many answers of the min-of-N head to one picture, side by side: where they agree, and where they part. */
export default function ManyView(props: ViewProps) {
  const t = useText();
  const { value: many, older, problem } = model.useResult('many');
  const wanted = model.useState((state) => state.samples);
  const count = many?.samples.length ?? wanted;
  const colour = model.useState((state) => state.manyColour);
  const tilt = useTilt();
  const framed = useMemo(
    () => (many ? gridOutline(many.samples, createSpace(bounds(OUTLINE), 'y', tilt), DIRECTION, FRAMED) : OUTLINE),
    [many, tilt],
  );
  const subject = useSubject({ outline: OUTLINE, framed, direction: DIRECTION, tilt, shaded: true });
  const spread = many?.spread;
  const limit = useMemo(() => spread && 100 * spreadLimit(spread.values), [spread]);
  return (
    <PaneStage
      {...props}
      label={t('rec.many.canvas', { count })}
      subject={subject}
      panes={[
        {
          id: 'many',
          label: t('rec.many.pane', { count }),
          older: older ? t('rec.older') : null,
          head: <ManyHead count={count} />,
          draw: (drawn) => many && <ManyClouds many={many} {...drawn} />,
        },
      ]}
      inspected={useInspected()}
      view="many"
    >
      {colour === 'spread' && limit && <ColourBar title={t('rec.many.bar')} limit={limit} unit=" %" />}
      {problem ? <Notice failed text={t('rec.many.failed', { reason: problem.message })} /> : <AnswerNotice />}
    </PaneStage>
  );
}

/** Which of `count` answers stands there, what the colours say, and how far the answers part. */
function ManyHead({ count }: { readonly count: number }) {
  const t = useText();
  const step = useStep();
  const colour = model.useState((state) => state.manyColour);
  const { mean } = useSpread();
  const spread = mean !== null && {
    ...{ id: 'spread', label: t('rec.many.spread'), what: t('rec.many.spread.what'), first: true },
    value: `${t.fixed(100 * mean, 1)} %`,
  };
  return (
    <PaneHead
      title={step >= 1 && step <= count ? t('rec.many.one', { step, count }) : t('rec.many.pane', { count })}
      way={t(`rec.many.way.${colour}`, { hues: HUES })}
      numbers={spread ? [spread] : []}
    />
  );
}
