import { selfTestTolerances } from '../../../src/gpu/selfTest.ts';
import { isSoftwareRenderer } from '../../../src/gpu/softwareRenderer.ts';
import type { DeviceReport } from '../../../src/gpu/types.ts';
import type { TextKey } from '../../../src/i18n/index.ts';
import type { FrameSummary } from './frameTimes.ts';
import type { Machine } from './readMachine.ts';

/** What to do on this machine, in order; a single line that says so when nothing needs doing. */
export function adviceFor({ adapter }: Machine, report: DeviceReport | null): readonly TextKey[] {
  const advice: TextKey[] = [];
  if (adapter === null) advice.push('machine.do.no-webgl');
  else if (isSoftwareRenderer(adapter)) advice.push('machine.do.software');
  if (advice.length > 0) advice.push('machine.do.acceleration', 'machine.do.flag', 'machine.do.driver');
  if (report?.thread === 'main') advice.push('machine.do.no-worker');
  else if (report && report.override === null && !report.backends.some(isKernelBackend)) {
    advice.push('machine.do.float64');
  }
  return advice.length > 0 ? advice : ['machine.do.fine'];
}

function isKernelBackend({ id, available }: DeviceReport['backends'][number]): boolean {
  return id !== 'float64' && available;
}

/** Everything that the page knows about its machine, as it is copied into a message or an issue. Milliseconds; deviations as in the self-test. */
export function selfReport(
  machine: Machine,
  report: DeviceReport | null,
  frames: FrameSummary | null,
  swarm: { readonly count: number; readonly particle0Distance: number | null } | null,
) {
  return {
    koubai: 1,
    machine: { ...machine, software: machine.adapter !== null && isSoftwareRenderer(machine.adapter) },
    frames,
    kernels: report && { ...report, tolerances: selfTestTolerances },
    swarm,
    advice: adviceFor(machine, report).map((key) => key.replace('machine.do.', '')),
  } as const;
}
