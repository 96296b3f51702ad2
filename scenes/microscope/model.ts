import type { StoreApi } from 'zustand/vanilla';
import { sceneModel } from '../../src/scene/model.ts';
import { ownResult, recordResult } from './book/results.ts';
import type { BookPart, BookResult } from './book/run/types.ts';
import { gatesResult } from './gates/result.ts';
import type { GatesRun } from './gates/run/types.ts';
import type { Jobs } from './jobs.ts';
import { createOwnNet, type OwnNet } from './digit/own.ts';
import { digitMoreResult, digitNetResult, digitResult } from './digit/result.ts';
import type { DigitLook, DigitMore, DigitNet } from './digit/run/types.ts';
import { layersResult } from './layers/result.ts';
import type { LayersRun } from './layers/run/types.ts';
import { table, type StateEntries } from './state.ts';

/** By the part that they belong to. */
export type Results = {
  readonly layers: LayersRun;
  /** The shipped record of an experiment, and the reader's own run of it. */
  readonly record: BookResult;
  readonly book: BookPart;
  readonly digit: DigitLook;
  readonly digitMore: DigitMore;
  readonly digitNet: DigitNet;
  readonly gates: GatesRun;
};

/** What no link holds. */
interface Own {
  readonly digitNet: StoreApi<OwnNet>;
}

export const model = sceneModel<StateEntries, Jobs, Results, Own>({
  table,
  own: () => ({ digitNet: createOwnNet() }),
  jobs: async () => (await import('./jobs.ts')).openJobs,
  results: {
    layers: layersResult,
    digit: digitResult,
    digitMore: digitMoreResult,
    digitNet: digitNetResult,
    gates: gatesResult,
    record: recordResult,
    book: ownResult,
  },
});

export type Session = ReturnType<typeof model.open>;
export const useView = () => model.useState((state) => state.view);
