import measured from './extras.json' with { type: 'json' };

/** By what is on: nothing, one of the two, both. */
export const extrasIds = ['bare', 'mirror', 'pull', 'full'] as const;
export type ExtrasId = (typeof extrasIds)[number];

/** Means over a validation set. */
export interface ExtrasFigures {
  readonly chamfer: number;
  readonly emd: number;
}

export interface ExtrasSet {
  readonly pictures: number;
  readonly of: Readonly<Record<ExtrasId, ExtrasFigures>>;
}

export interface ExtrasRecord {
  /** Checksum of the network that was measured. */
  readonly network: number;
  /** Unseen shapes of our own generator, of seeds of their own, and furniture that is never trained on. */
  readonly procedural: ExtrasSet;
  readonly furniture: ExtrasSet;
  /** Of one answer in Node, the network's layers included. */
  readonly milliseconds: Readonly<Record<ExtrasId, number>>;
}

/** As `node tools/reconstruction/extras.mjs` writes it. */
export const extrasRecord: ExtrasRecord = measured;

/** By which part of it a figure falls from the layers' own, 0 … 1; negative: it rises. */
export const fallOf = ({ of }: ExtrasSet, id: ExtrasId, figure: keyof ExtrasFigures): number =>
  1 - of[id][figure] / of.bare[figure];
