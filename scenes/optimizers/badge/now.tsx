import { Machine } from '../machine/Machine.tsx';
import { useCompute } from '../runs/useRuns.ts';
import { Badge } from './Badge.tsx';

/** What computes this picture now. */
export function BadgeNow({ openMachine }: { readonly openMachine: () => void }) {
  const { report, swarm, noDevice } = useCompute((now) => now);
  return <Badge report={report} swarm={swarm} noDevice={noDevice} onMachine={openMachine} />;
}

/** The self-report of what computes now. */
export function MachineNow({ onClose }: { readonly onClose: () => void }) {
  const { report, swarm } = useCompute((now) => now);
  return <Machine report={report} swarm={swarm} onClose={onClose} />;
}
