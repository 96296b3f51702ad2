import { partsOf } from '../spec.ts';
import type { LayersRun, LayersSpec, Row } from './types.ts';

/** Puts the records of a run together as they come. */
export function createCollector(spec: LayersSpec) {
  const parts = partsOf(spec);
  const at = Int32Array.from({ length: parts + 1 }, (_, row) => Math.min(row * spec.every, spec.updates));
  const rows = spec.batchNorm.map((): Row[] => []);
  return {
    add(row: Row): void {
      rows[row.net]!.push(row);
    },
    /** The net that is farthest behind has no record yet: null. */
    run(whole: boolean): LayersRun | null {
      if (rows.some((of) => of.length === 0)) return null;
      const nets = spec.batchNorm.map((batchNorm, net) => ({ batchNorm, rows: [...rows[net]!] }));
      return { spec, nets, parts, at, whole };
    },
  };
}
