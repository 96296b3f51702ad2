import type { RegistrationJobs } from '../jobs/client.ts';
import type { Handed } from '../../../src/runs/handedOver.ts';
import { emptySlot, putSlots, type OwnStore, type ReadSlot, type Side } from './own.ts';
import { sha256 } from './checksum.ts';

/** Says which side a file's name is meant for; null: it does not say. */
function sideNamed(name: string): Side | null {
  const said = /(source|moving|scene)|(target|fixed|model|reference)/i.exec(name);
  return said ? (said[1] === undefined ? 'target' : 'source') : null;
}

/** Which file goes to which side: as their names say, where they do, else the first free side, the source first. */
export function sidesFor(names: readonly string[], free: readonly Side[]): readonly Side[] {
  const [first, second] = names;
  if (first === undefined) return [];
  if (second === undefined) {
    const said = sideNamed(first);
    return [said !== null && free.includes(said) ? said : (free[0] ?? said ?? 'source')];
  }
  const swapped = sideNamed(first) === 'target' || sideNamed(second) === 'source';
  const contradicts = sideNamed(first) === sideNamed(second);
  return swapped && !contradicts ? ['target', 'source'] : ['source', 'target'];
}

/** Takes files in: the first two of them; one alone goes to `side`, if that is said. Reading goes on in workers; a newer file takes the place of an older one. */
export function takeFiles(own: OwnStore, jobs: RegistrationJobs, files: readonly File[], side: Side | null): void {
  const { source, target } = own.getState();
  const free = (['source', 'target'] as const).filter((one) => (one === 'source' ? source : target).kind === 'empty');
  const chosen =
    files.length === 1 && side !== null
      ? [side]
      : sidesFor(
          files.map(({ name }) => name),
          free,
        );
  chosen.forEach((one, i) => {
    const file = files[i];
    if (file) void take(own, jobs, one, file);
  });
}

/** Takes in what another scene handed over; nothing in it is guessed, it says what it is. */
export function takeHanded(own: OwnStore, jobs: RegistrationJobs, clouds: readonly Handed[]): void {
  for (const { file, side, up } of clouds) void take(own, jobs, side, file, up);
}

async function take(
  own: OwnStore,
  jobs: RegistrationJobs,
  side: Side,
  file: File,
  up: ReadSlot['up'] = 'z',
): Promise<void> {
  emptySlot(own, side);
  const controller = new AbortController();
  const { signal } = controller;
  const cancel = () => controller.abort();
  const say = (part: number) => {
    if (!signal.aborted) putSlots(own, { [side]: { kind: 'reading', name: file.name, part, cancel } });
  };
  say(0);
  try {
    const [cloud, checksum] = await Promise.all([
      jobs.readCloud(file.name, file, { onProgress: say, signal }),
      file.arrayBuffer().then(sha256),
    ]);
    if (signal.aborted) return;
    putSlots(own, { [side]: { kind: 'ready', file: cloud, checksum, unit: 'unknown', up } });
  } catch (error) {
    if (!signal.aborted) putSlots(own, { [side]: { kind: 'refused', name: file.name, error } });
    // What is still being read of it is of no use.
    cancel();
  }
}
