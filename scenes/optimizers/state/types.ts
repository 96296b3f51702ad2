import type { Disturbance } from '../../../src/optimizers/disturbance.ts';
import type { Semantics } from '../../../src/optimizers/types.ts';
import type { ParamValues } from '../../../src/params/spec.ts';
import type { Domain, Point2 } from '../../../src/surfaces/types.ts';
import type { ByHand, OverridesOf, StateOf } from '../../../src/scene/state/table.ts';
import type { entries } from './entries.ts';

export interface RunOverrides {
  readonly enabled?: boolean | undefined;
  readonly semantics?: Semantics | undefined;
  readonly params?: ParamValues | undefined;
}

/** What is said of the experiment: what its defaults are depends on the surface. */
interface ExperimentOverrides {
  readonly surface?: string | undefined;
  /** The visitor's own formula; it takes the place of `surface` and comes with `domain`. */
  readonly formula?: string | undefined;
  readonly domain?: Domain | undefined;
  readonly surfaceParams?: ParamValues | undefined;
  readonly start?: Point2 | undefined;
  readonly steps?: number | undefined;
  readonly runs?: Readonly<Record<string, RunOverrides>> | undefined;
  /** The visitor's own update rule on one line; it runs beside the registry's under the id `own`. */
  readonly rule?: string | undefined;
  /** One wrong gradient, and one change of lr, on the way of every run. */
  readonly inject?: Disturbance['inject'] | undefined;
  readonly lrChange?: Disturbance['lrChange'] | undefined;
  /** How lr goes over the run. */
  readonly schedule?: Disturbance['schedule'];
  readonly selected?: string | undefined;
  readonly cut?: number | undefined;
}

export interface RunState {
  /** Of the registry, or `own`. */
  readonly id: string;
  /** What specs call it: the id, or the text of the visitor's own rule. */
  readonly optimizer: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly semantics: Semantics;
  /** Every parameter of the rule, overridden or not. */
  readonly params: ParamValues;
}

/** The same laid over the surface's defaults. */
export interface ExperimentState {
  readonly surface: {
    /** Registry id, or null for an own formula. */
    readonly id: string | null;
    readonly name: string;
    readonly formula: string;
    readonly params: ParamValues;
    readonly domain: Domain;
    readonly minima: readonly { readonly at: Point2; readonly f: number }[];
    readonly relief: number;
    /** f of the default cut, which `cut` may override: the relief is proportioned to it. */
    readonly cut: number;
  };
  readonly start: Point2;
  readonly steps: number;
  /** Every optimizer of the registry, in its order, and the visitor's own. */
  readonly runs: readonly RunState[];
  /** Empty where nothing disturbs the runs. */
  readonly disturbance: Disturbance;
  /** An enabled optimizer's id, or null when none is enabled. */
  readonly selected: string | null;
  readonly cut: number;
}

export type LabEntries = typeof entries & ByHand<ExperimentState, ExperimentOverrides>;
/** What differs from the defaults: all that the store holds and all that a link carries. */
export type Overrides = OverridesOf<LabEntries>;
/** Overrides laid over the scene's and the surface's defaults: what everything else reads. */
export type LabState = StateOf<LabEntries>;
