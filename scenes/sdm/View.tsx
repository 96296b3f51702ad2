import { useMemo } from 'react';
import { identity } from '../../src/math/matrix4.ts';
import { useStep } from '../../src/runs/session.tsx';
import { PaneStage } from '../../src/scene/PaneStage.tsx';
import type { PaneLabel } from '../../src/scene/parts/PaneLabels.tsx';
import { PaneHead } from '../../src/scene/parts/PaneHead.tsx';
import { Threads } from '../../src/scene/parts/Threads.tsx';
import type { ViewProps } from '../../src/scene/viewProps.ts';
import { countsAt, type SdmRun } from '../../src/sdm/reading.ts';
import { useTheme } from '../../src/ui/preferences.ts';
import { useText, type Words } from '../../src/ui/useText.ts';
import { Edges } from '../../src/view/clouds/Edges.tsx';
import { Aside } from './Aside.tsx';
import { model } from './model.ts';
import { formulaOf, hueOf, problemInWords } from './read.ts';
import { HALF, ribbonOf, type Ribbon } from './ribbon.ts';
import './sdm.css';

const [WIDE, , DEEP] = HALF;
const subject = {
  space: { worldFromTarget: identity(), scale: 1, radius: WIDE, centre: [0, 0, 0] },
  outline: Array.from({ length: 8 }, (_, i) => HALF.map((half, axis) => ((i >> axis) & 1 ? half : -half))).flat(),
  direction: { azimuth: -27, elevation: 17 },
  clearance: 42,
  phoneClearance: 16,
} as const;

/** Threads of starts through the updates: the learned maps at the left, Newton's method at the right; below, the maps over h. */
export default function View(props: ViewProps) {
  const t = useText();
  const theme = useTheme();
  const { value: run, problem } = model.useResult('run');
  const ribbon = useMemo(() => run && ribbonOf(run), [run]);
  const labels = useMemo(() => (run && ribbon ? labelsOf(t, run, ribbon) : []), [t, run, ribbon]);
  return (
    <PaneStage
      {...props}
      label={t('sdm.canvas')}
      view={problem ? 'stale' : undefined}
      subject={run && subject}
      labels={labels}
      panes={(['test', 'newton'] as const).map((who) => ({
        id: who,
        label: t(`sdm.title.${who}`),
        head: run && <Head run={run} who={who} />,
        draw: (drawn) =>
          ribbon && (
            <>
              <Edges {...drawn} edges={ribbon.box} width={1} ink={0.35} />
              <Edges {...drawn} edges={ribbon.rim} width={2} ink={0.85} />
              <Edges {...drawn} edges={ribbon.trained} width={3} ink={0.7} />
              {(who === 'test' ? (['train', 'test'] as const) : [who]).map((each) => (
                <Threads key={each} {...drawn} bundle={ribbon[each]} colour={hueOf(theme, each)} opacity={0.5} />
              ))}
            </>
          ),
      }))}
    >
      {run && <Aside run={run} />}
      {problem && (
        <p className="clouds-notice card" role="alert">
          {problemInWords(t, problem.error)}
        </p>
      )}
    </PaneStage>
  );
}

function Head({ run, who }: { readonly run: SdmRun; readonly who: 'test' | 'newton' }) {
  const t = useText();
  const { starts, error, arrived, outside } = countsAt(run, who, useStep());
  return (
    <PaneHead
      title={t(`sdm.title.${who}`)}
      colour={hueOf(useTheme(), who)}
      way={t(`sdm.way.${who}`, { starts, formula: formulaOf(run) })}
      numbers={[
        { id: 'error', label: t('sdm.rms'), value: t.number(error, 3), what: t('sdm.rms.what'), first: true },
        { id: 'arrived', label: t('sdm.arrived'), value: `${arrived} / ${starts}`, what: t('sdm.arrived.what') },
        { id: 'outside', label: t('sdm.outside'), value: `${outside} / ${starts}`, what: t('sdm.outside.what') },
      ]}
    />
  );
}

function labelsOf(t: Words, { spec, record }: SdmRun, { right, up, low, high, maps }: Ribbon): readonly PaneLabel[] {
  const below = (text: string, update: number) =>
    ({ text, at: [right(update), up(low), DEEP], side: 'below' }) as const;
  const left = (text: string, x: number, z: number) => ({ text, at: [-WIDE, up(x), z], side: 'left' }) as const;
  return [
    ...[below('0', 0), below(t('sdm.axis.update'), maps / 2), below(String(maps), maps)],
    ...[spec.low, spec.high].map((x) => left(t.number(x, 3), x, -DEEP)),
    ...[left('x', high, -DEEP), left(t('sdm.axis.starts'), low, 0)],
    { text: `x* = ${t.number(record.answer)}`, at: [0.75 * WIDE, up(record.answer), DEEP], side: 'below' },
  ];
}
