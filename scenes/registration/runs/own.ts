import { createStore, type StoreApi } from 'zustand/vanilla';
import { inFrame, plainFrame, type Frame, type UnitId } from '../../../src/io/clouds/frames.ts';
import type { Belongings } from '../../../src/runs/belongings.ts';
import type { CloudFile } from '../../../src/io/clouds/types.ts';
import { sampled } from '../../../src/registration/sampled.ts';
import { pairOf, type Pair } from './pair.ts';
import { asTheyLie, type PairFiles } from './pairFiles.ts';

export const sides = ['source', 'target'] as const;
export type Side = (typeof sides)[number];

/** What the visitor says of a file, for nothing in it says so; a unit that nobody knows is taken for the metre. */
export type UnitChoice = UnitId | 'unknown';

export interface ReadSlot {
  readonly kind: 'ready';
  readonly file: CloudFile;
  /** sha-256 of the file, hex. */
  readonly checksum: string;
  readonly unit: UnitChoice;
  readonly up: Frame['up'];
}

/** What stands at one side: nothing, a file that is being read, one that could not be, or a cloud. */
export type Slot =
  | { readonly kind: 'empty' }
  | { readonly kind: 'reading'; readonly name: string; readonly part: number; readonly cancel: () => void }
  | { readonly kind: 'refused'; readonly name: string; readonly error: unknown }
  | ReadSlot;

/** The visitor's own two clouds. They stay in this page: no link holds them. */
export interface Own {
  readonly source: Slot;
  readonly target: Slot;
  /** Both clouds in one frame; null until both are there. */
  readonly pair: Pair | null;
}

export type OwnStore = StoreApi<Own>;

const empty: Slot = { kind: 'empty' };

export function createOwnStore(): OwnStore {
  return createStore<Own>(() => ({ source: empty, target: empty, pair: null }));
}

let made = 0;

const frameOf = ({ unit, up }: ReadSlot): Frame => ({ unit: unit === 'unknown' ? plainFrame.unit : unit, up });

/** Maps are trained for a model as it stands in the common frame: the same file in another unit is another model. */
function modelOf({ checksum }: ReadSlot, { unit, up }: Frame): string {
  const plain = unit === plainFrame.unit && up === plainFrame.up;
  return plain ? checksum : `${checksum}-${unit}-${up}`;
}

/** A file as register takes it: a mesh is sampled. */
function cloudOf(file: CloudFile, frame: Frame, side: Side, seed: number) {
  const { positions, normals, mesh } = inFrame(file, frame);
  if (mesh) return { mesh, cloud: sampled(mesh, side, seed) };
  return { mesh: null, cloud: normals ? { points: positions, normals } : { points: positions } };
}

/** As on the command line: the seed that meshes are sampled with. */
const SEED = 1;

function pairOfSlots(source: Slot, target: Slot): Pair | null {
  if (source.kind !== 'ready' || target.kind !== 'ready') return null;
  const files: PairFiles = {
    source: { file: source.file, frame: frameOf(source) },
    target: { file: target.file, frame: frameOf(target) },
  };
  const moving = cloudOf(source.file, files.source.frame, 'source', SEED);
  const still = cloudOf(target.file, files.target.frame, 'target', SEED);
  return pairOf({
    id: `own ${++made}`,
    source: moving.cloud,
    target: still.cloud,
    asIs: asTheyLie(files),
    mesh: still.mesh,
    model: modelOf(target, files.target.frame),
    files,
    up: 'z',
    unit: source.unit === 'unknown' && target.unit === 'unknown' ? 'none' : 'm',
  });
}

/** Puts something into a slot, or both; the pair follows. */
export function putSlots(own: OwnStore, slots: Partial<Readonly<Record<Side, Slot>>>): void {
  own.setState((before) => {
    const { source, target } = { ...before, ...slots };
    const same = (side: Side) => readyIn(before[side]) === readyIn(slots[side] ?? before[side]);
    return { source, target, pair: sides.every(same) ? before.pair : pairOfSlots(source, target) };
  });
}

const readyIn = (slot: Slot): Slot | null => (slot.kind === 'ready' ? slot : null);

/** What was to move stays, and the other way round. */
export function swapSlots(own: OwnStore): void {
  const { source, target } = own.getState();
  putSlots(own, { source: target, target: source });
}

/** Lets go of a side's file, or gives up reading it. */
export function emptySlot(own: OwnStore, side: Side): void {
  const slot = own.getState()[side];
  if (slot.kind === 'reading') slot.cancel();
  putSlots(own, { [side]: empty });
}

export function describeSlot(own: OwnStore, side: Side, said: Partial<Pick<ReadSlot, 'unit' | 'up'>>): void {
  const slot = own.getState()[side];
  if (slot.kind === 'ready') putSlots(own, { [side]: { ...slot, ...said } });
}

/** Both clouds, as an undo brings them back: files that were still being read are let go of. */
export function ownBelongings(own: OwnStore): Belongings {
  const settled = (slot: Slot): Slot => (slot.kind === 'reading' ? empty : slot);
  return {
    take: () => own.getState(),
    give(taken) {
      for (const side of sides) {
        const slot = own.getState()[side];
        if (slot.kind === 'reading') slot.cancel();
      }
      const { source, target, pair } = taken as Own;
      own.setState({ source: settled(source), target: settled(target), pair });
    },
    subscribe: own.subscribe,
  };
}
