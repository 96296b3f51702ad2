import { useStore } from 'zustand';
import { identity } from '../../../src/math/matrix4.ts';
import { useStep } from '../../../src/runs/session.tsx';
import { PointReadout } from '../../../src/scene/parts/PointReadout.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { useRegistrationSession } from '../model.ts';
import { lengthInWords } from '../read/lengths.ts';
import { methodName } from '../read/methods.ts';
import type { PaneRun } from '../runs/paneRuns.ts';
import { pointedAt } from '../runs/pointed.ts';
import type { Pointed } from './PointAt.tsx';
import { poseNow } from './poseNow.ts';

interface Props {
  readonly at: Pointed;
  readonly run: PaneRun;
  readonly colour: string | undefined;
}

/** The point under the pointer as it lies now, how far its match is, and which point that is. */
export function PointRead({ at, run, colour }: Props) {
  const t = useText();
  const session = useRegistrationSession();
  const step = useStep();
  useStore(session.own.beside);
  const of = pointedAt(run, at.index, poseNow(session, run, identity()), step);
  if (!of) return null;
  const { kinds, source } = run.pair;
  const whole = kinds && run.prepared.source.cloud.points.length === source.points.length;
  const nothing = whole && kinds[at.index] !== 0;
  const place = (coordinates: readonly number[]) => coordinates.map((value) => t.number(value, 4)).join(', ');
  return (
    <PointReadout
      at={at}
      title={methodName(t, run.settings.method)}
      colour={colour}
      rows={[
        {
          id: 'point',
          label: t(nothing ? 'reg.point.outlier' : 'reg.point', { number: at.index + 1 }),
          value: place(of.place),
        },
        { id: 'match', label: t('reg.point.match', { number: of.nearest + 1 }), value: place(of.nearestPlace) },
        {
          id: 'distance',
          label: t(of.beyond ? 'reg.point.beyond' : 'reg.point.distance'),
          value: lengthInWords(t, run.pair, of.distance),
        },
      ]}
    />
  );
}
