import { useMemo } from 'react';
import { identity } from '../../src/math/matrix4.ts';
import { useStep } from '../../src/runs/session.tsx';
import { PaneStage } from '../../src/scene/PaneStage.tsx';
import type { PaneLabel } from '../../src/scene/parts/PaneLabels.tsx';
import { PaneHead } from '../../src/scene/parts/PaneHead.tsx';
import type { ViewProps } from '../../src/scene/viewProps.ts';
import { useTheme } from '../../src/ui/preferences.ts';
import { useText, type Words } from '../../src/ui/useText.ts';
import { Aside } from './Aside.tsx';
import { model, type Run } from './model.ts';
import { countsAt, formulaOf, hueOf, problemInWords } from './read.ts';
import { ribbonOf, type Ribbon } from './ribbon.ts';
import { Room, Threads } from './Threads.tsx';
import './sdm.css';

const space = { worldFromTarget: identity(), scale: 1, radius: 12, centre: [0, 0, 0] } as const;
const DIRECTION = { azimuth: -27, elevation: 17 } as const;
/** The learned maps beside Newton's method, from the same starts. */
const whose = ['test', 'newton'] as const;

/** Threads of starts through the updates: the learned maps at the left, Newton's method at the right; below, the maps over h. */
export default function View(props: ViewProps) {
  const t = useText();
  const theme = useTheme();
  const { value: run, problem } = model.useResult('run');
  const training = model.useState((state) => state.training);
  const ribbon = useMemo(() => run && ribbonOf(run), [run]);
  const labels = useMemo(() => (run && ribbon ? labelsOf(t, run, ribbon) : []), [t, run, ribbon]);
  // Panes are framed anew only where there is another room, not with every run in the same one.
  const subject = useMemo(
    () => ({ space, outline: OUTLINE, direction: DIRECTION, clearance: 46, phoneClearance: 20 }),
    [],
  );
  return (
    <PaneStage
      {...props}
      label={t('sdm.canvas')}
      view={problem ? 'stale' : undefined}
      subject={run && subject}
      labels={labels}
      panes={whose.map((who) => ({
        id: who,
        label: t(`sdm.title.${who}`),
        head: run && <Head run={run} who={who} />,
        draw: (drawn) =>
          run &&
          ribbon && (
            <>
              <Room {...drawn} ribbon={ribbon} />
              {who === 'test' && training && (
                <Threads
                  {...drawn}
                  ribbon={ribbon}
                  paths={run.record.train}
                  colour={hueOf(theme, 'train')}
                  opacity={0.3}
                />
              )}
              <Threads {...drawn} ribbon={ribbon} paths={run.record[who]} colour={hueOf(theme, who)} opacity={0.6} />
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

function Head({ run, who }: { readonly run: Run; readonly who: 'test' | 'newton' }) {
  const t = useText();
  const theme = useTheme();
  const step = useStep();
  const training = model.useState((state) => state.training);
  const { starts, error, arrived, outside } = countsAt(run, who, step);
  return (
    <PaneHead
      title={t(`sdm.title.${who}`)}
      colour={hueOf(theme, who)}
      way={t(who === 'test' && training ? 'sdm.way.test' : 'sdm.way.newton', { starts, formula: formulaOf(run) })}
      numbers={[
        { id: 'error', label: t('sdm.rms'), value: t.number(error, 3), what: t('sdm.rms.what'), first: true },
        { id: 'arrived', label: t('sdm.arrived'), value: `${arrived} / ${starts}`, what: t('sdm.arrived.what') },
        { id: 'outside', label: t('sdm.outside'), value: `${outside} / ${starts}`, what: t('sdm.outside.what') },
      ]}
    />
  );
}

function labelsOf(t: Words, { spec, record }: Run, { right, up, front, back, low, high }: Ribbon): PaneLabel[] {
  const { maps } = spec;
  const value = (x: number): PaneLabel => ({ text: t.number(x, 3), at: [right(0), up(x), back], side: 'left' });
  return [
    { text: t('sdm.axis.update'), at: [right(maps / 2), up(low), front], side: 'below' },
    ...[0, maps].map((k): PaneLabel => ({ text: String(k), at: [right(k), up(low), front], side: 'below' })),
    ...[spec.low, spec.high].map(value),
    { text: 'x', at: [right(0), up(high), back], side: 'above' },
    { text: t('sdm.axis.starts'), at: [right(0), up(low), (front + back) / 2], side: 'left' },
    { text: `x* = ${t.number(record.answer, 4)}`, at: [right(maps), up(record.answer), front], side: 'right' },
  ];
}

const corner = (i: number) => [i & 1 ? 9.5 : -9.5, i & 2 ? 5.5 : -5.5, i & 4 ? 5 : -5];
const OUTLINE = Array.from({ length: 8 }, (_, i) => corner(i)).flat();
