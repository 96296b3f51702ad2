import { optimizerIds } from '../../src/optimizers/index.ts';
import type { ParamSpec } from '../../src/params/spec.ts';
import { drawingErrorOf } from '../../src/reconstruction/drawing/text.ts';
import { TRAINING_SEEDS_FROM } from '../../src/reconstruction/seeds.ts';
import { categoryIds } from '../../src/reconstruction/shapes/index.ts';
import { choice, custom, flag, maybe, number, seed } from '../../src/scene/state/entries.ts';
import { stateTable, type OverridesOf, type StateOf } from '../../src/scene/state/table.ts';
import { toyIds } from '../../src/toys/ids.ts';

/** Pictures of the gallery that are no procedural shapes, by their ids in links. */
export const galleryIds = ['teapot', 'guitar', 'wineglass', 'dog', 'officechair'] as const;
export type GalleryId = (typeof galleryIds)[number];

/** What the page shows: the answer beside truth and look-up, the two losses, the map of kin, or many samples. */
export const viewIds = ['answer', 'losses', 'kin', 'many'] as const;
export type ViewId = (typeof viewIds)[number];

/** Clouds that stand side by side. */
export const paneIds = ['network', 'truth', 'lookup'] as const;
export type PaneId = (typeof paneIds)[number];

/** Lines between a pane's cloud and the truth: each point to its nearest, both ways, or to its partner in the optimal bijection. */
export const threadIds = ['none', 'chamfer', 'emd'] as const;
export type ThreadId = (typeof threadIds)[number];

/** `network,lookup` in the order in which they stand; never empty. */
const panesText = {
  write: (panes: readonly PaneId[]) => panes.join(','),
  read(text: string) {
    const named = text.split(',');
    const known = paneIds.filter((id) => named.includes(id));
    return known.length > 0 && known.length === named.length ? known : undefined;
  },
};

/** A silhouette as `writeDrawing` has it. */
const drawingText = {
  write: (text: string) => text,
  read: (text: string) => (drawingErrorOf(text) === null ? text : undefined),
  wrong(text: string) {
    const error = drawingErrorOf(text);
    return error && { sentence: `rec.drawing.wrong.${error.code}`, values: error.detail };
  },
};

/** What names a picture that a link can hold: an item of the gallery, `mug:10`, a drawing as `writeDrawing` has it. */
const thingText = {
  write: (text: string) => text,
  read: (text: string) => (chosenOf(text) ? text : undefined),
};

/** Everybody's seeds: those from `TRAINING_SEEDS_FROM` on are the training's. */
const seeds = {
  min: 0,
  max: 99,
  scale: 'linear',
  integer: true,
  accepts: { min: 0, max: TRAINING_SEEDS_FROM - 1 },
} as const;

/** Specs of the numbers. */
export const params = {
  seed: { default: 29, ...seeds },
  size: { default: 1, min: 0.5, max: 2.5, scale: 'log', accepts: { min: 0.2, max: 6 } },
  meanLr: { default: 0.02, min: 0.001, max: 1, scale: 'log', symbol: 'η', accepts: { above: 0, max: 1000 } },
  meanSeed: { default: 1, ...seeds },
  meanPoints: { default: 64, min: 16, max: 128, scale: 'linear', integer: true, accepts: { min: 4, max: 256 } },
  samples: { default: 8, min: 1, max: 32, scale: 'linear', integer: true, accepts: { min: 1, max: 64 } },
  sampleSeed: { default: 1, ...seeds },
} as const satisfies Record<string, ParamSpec>;

const entries = {
  /** Where the picture comes from: `shape`: drawn from (category, seed); `own`: the visitor's, on this machine; `drawing`: as below; else a gallery item. */
  picture: choice('pic', ['shape', 'own', 'drawing', ...galleryIds], 'shape', { row: false }),
  /** What a visitor drew, all of it; null: nothing. */
  drawing: custom<string | null>('draw', null, drawingText),
  category: choice<string>('cat', categoryIds, 'chair', { row: false }),
  seed: seed('seed', params.seed, { row: false }),
  /** What is done for an answer beyond the network's layers. */
  mirror: flag('mir', true),
  pull: flag('pul', true),
  view: choice('view', viewIds, 'answer', { row: false, begins: true, resets: ['camera', 'card'] }),
  panes: custom<readonly PaneId[]>('panes', paneIds, panesText),
  /** Points as the picture shows them, and grey where it does not; or each cloud in its hue. */
  colour: choice('col', ['picture', 'cloud'], 'picture'),
  /** Points coloured by their distance to the truth. */
  errors: flag('err', false),
  threads: choice('th', threadIds, 'none'),
  /** Factor on the dots' diameter. */
  size: number('size', params.size),
  toy: choice('toy', toyIds, 'ring', { begins: true, resets: ['card'] }),
  /** Which rule looks for the mean shapes. */
  meanOptimizer: choice('mo', optimizerIds, 'adam', { row: false, begins: true, resets: ['meanLr'] }),
  /** null: what suits the rule. */
  meanLr: maybe('mlr', params.meanLr),
  meanSeed: seed('ms', params.meanSeed, { begins: true }),
  meanPoints: number('mn', params.meanPoints),
  /** Samples of the min-of-N head that are shown. */
  samples: number('n', params.samples),
  sampleSeed: seed('ns', params.sampleSeed),
  /** What is kept to be compared with the picture on view, as `thingText` has it; null: nothing, or what no link can hold. */
  beside: custom<string | null>('with', null, thingText),
  /** What the colours of many samples say: which sample a point is of, or how far the samples part there. */
  manyColour: choice('mc', ['sample', 'spread'], 'sample'),
};

export type StateEntries = typeof entries;
export type State = StateOf<StateEntries>;
export type Overrides = OverridesOf<StateEntries>;

/** More than any view's clock counts. */
const MAX_STEPS = 5000;

export const table = stateTable(entries, {
  ...{ id: 'reconstruction', prefix: 'rec', maxSteps: MAX_STEPS },
  // Category and seed say nothing of a picture that was not drawn from them, nor does a drawing of another one.
  clean(said) {
    const { picture = 'shape' } = said;
    return {
      ...said,
      ...(picture !== 'shape' && { category: undefined, seed: undefined }),
      ...(picture !== 'drawing' && { drawing: undefined }),
    };
  },
});

/** The state of the picture that a text names; null: it names none. */
export function chosenOf(text: string): Pick<Overrides, 'picture' | 'category' | 'seed' | 'drawing'> | null {
  const item = galleryIds.find((id) => id === text);
  if (item) return { picture: item };
  const [, category = '', digits = ''] = /^(\w+):(0|[1-9]\d{0,9})$/.exec(text) ?? [];
  const seed = Number(digits);
  if (categoryIds.some((id) => id === category) && seed <= params.seed.accepts.max) return { category, seed };
  return drawingErrorOf(text) === null ? { picture: 'drawing', drawing: text } : null;
}
