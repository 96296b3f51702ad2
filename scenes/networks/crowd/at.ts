import type { DataSet } from '../../../src/networks/types.ts';
import { crowdSize } from '../run/says.ts';
import type { Track } from '../run/types.ts';
import { answerOf } from './answer.ts';
import { crowdPlane, placeIn } from './plane.ts';

/** The held-out samples that a track's records speak of. */
export interface Crowd {
  readonly count: number;
  readonly classes: number;
  /** count */
  readonly labels: Uint8Array;
  /** Logits of a record, count × classes. */
  readonly said: (record: number) => Float32Array;
  /** Largest |coordinate| of the newest record. */
  readonly half: number;
  /** Share of the newest record's variance that lies in the plane. */
  readonly explained: number;
  /** Where they stand, count × 3: in the plane, and as high as the right class is probable. */
  readonly standing: (record: number) => Float64Array;
}

/** The older records are seen in the plane of the newest one that is finite, too: so their way there is seen. */
export function crowdOf({ count: records, fields }: Pick<Track, 'count' | 'fields'>, data: DataSet): Crowd {
  const [count, classes] = [crowdSize(data), data.test.outputs];
  const labels = data.test.labels!.subarray(0, count);
  const said = (record: number) => fields.subarray(record * count * classes, (record + 1) * count * classes);
  let newest = records - 1;
  while (newest > 0 && !said(newest).every(Number.isFinite)) newest--;
  const plane = crowdPlane(said(newest), labels, classes);
  const known = new Map<number, Float64Array>();
  const standing = (record: number) => {
    const logits = said(record);
    const out = new Float64Array(3 * count);
    for (let i = 0; i < count; i++)
      out.set([...placeIn(plane, logits, i), answerOf(logits, labels, i, classes).ofRight], 3 * i);
    return out;
  };
  return {
    ...{ count, classes, labels, said, half: plane.half, explained: plane.explained },
    standing(record) {
      if (!known.has(record)) known.set(record, standing(record));
      return known.get(record)!;
    },
  };
}
