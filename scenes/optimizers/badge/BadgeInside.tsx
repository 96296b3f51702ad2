import type { DeviceReport } from '../../../src/gpu/types.ts';
import { useText } from '../../../src/ui/useText.ts';
import { Agreements } from '../agreement/Agreement.tsx';
import '../words/later.ts';
import { BadgeDetails } from './BadgeDetails.tsx';
import type { SwarmReport } from './names.ts';

interface Props {
  readonly report: DeviceReport | null;
  readonly swarm: SwarmReport | null;
  readonly measuring: boolean;
  readonly open: boolean;
}

/** What the badge opens to; fetched after the first picture. */
export default function BadgeInside({ report, swarm, measuring, open }: Props) {
  const t = useText();
  return (
    <>
      {report ? (
        <BadgeDetails report={report} swarm={swarm} />
      ) : (
        <p>{t(measuring ? 'badge.measuring' : 'badge.idle')}</p>
      )}
      {open && <Agreements />}
    </>
  );
}
