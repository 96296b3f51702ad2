/**
 * Imports go one way. The table says what each layer of src/ may import besides itself; everything else is an error.
 * Pure layers first, then the platform, then what draws.
 */
const numbers = ['formula', 'math', 'params', 'trace'];
const theories = [
  ...numbers,
  'surfaces',
  'optimizers',
  'experiments',
  'basins',
  'tuning',
  'clouds',
  'registration',
  'reconstruction',
  'sdm',
  'toys',
  'networks',
];
const platform = [...theories, 'gpu', 'io', 'state'];

const mayImport = {
  formula: [],
  math: [],
  params: [],
  trace: ['math'],
  surfaces: numbers,
  optimizers: numbers,
  experiments: [...numbers, 'surfaces', 'optimizers'],
  basins: [...numbers, 'surfaces', 'optimizers'],
  tuning: [...numbers, 'surfaces', 'optimizers', 'experiments'],
  clouds: numbers,
  registration: [...numbers, 'clouds'],
  reconstruction: [...numbers, 'clouds'],
  sdm: numbers,
  networks: [...numbers, 'optimizers'],
  toys: [...numbers, 'clouds', 'optimizers', 'reconstruction'],
  gpu: theories,
  io: theories,
  state: theories,
  jobs: platform,
  cli: [...platform, 'jobs'],
  runs: [...platform, 'jobs'],
  i18n: [...theories, 'state'],
  view: platform,
  ui: [...platform, 'jobs', 'runs', 'i18n'],
  scene: [...platform, 'jobs', 'runs', 'i18n', 'view', 'ui'],
};

/** Optimizers may name types of surfaces, never the other way: nothing of that is left at run time. */
const typesOf = { optimizers: ['surfaces'] };

const layerRules = Object.entries(mayImport).map(([layer, others]) => {
  const seen = [layer, ...others, ...(typesOf[layer] ?? [])];
  return {
    name: `layer-${layer}`,
    severity: 'error',
    comment: `${layer} may import ${others.length > 0 ? others.join(', ') : 'no other layer'}`,
    from: { path: `^src/${layer}/` },
    to: { path: '^src/', pathNot: `^src/(${seen.join('|')})/` },
  };
});

const typesRule = {
  name: 'optimizers-see-types-of-surfaces-only',
  severity: 'error',
  from: { path: '^src/optimizers/' },
  to: { path: '^src/surfaces/', dependencyTypesNot: ['type-only'] },
};

/** A package that only the named places may import. */
const only = (name, packages, places) => ({
  name,
  severity: 'error',
  from: { path: '^(src|scenes)/', pathNot: `^(${places.join('|')})/` },
  to: { path: `node_modules/(${packages.join('|')})/` },
});

module.exports = {
  forbidden: [
    ...layerRules,
    typesRule,
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'only-app-sees-scenes',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(app|cli)/' },
      to: { path: '^scenes/' },
    },
    {
      name: 'cli-reads-links-of-scenes',
      severity: 'error',
      comment: 'What a link means is the scene’s to say; nothing of its page',
      from: { path: '^src/cli/' },
      to: { path: '^scenes/', pathNot: '^scenes/[^/]+/state/' },
    },
    {
      name: 'state-draws-nothing',
      severity: 'error',
      comment: 'The command line reads it: no page, no worker',
      from: { path: '^scenes/[^/]+/state/' },
      to: { path: '^(src/(ui|view|runs|i18n|app)/|scenes/[^/]+/(?!state/))' },
    },
    {
      name: 'no-scene-sees-another',
      severity: 'error',
      from: { path: '^scenes/([^/]+)/' },
      to: { path: '^scenes/', pathNot: '^scenes/$1/' },
    },
    { name: 'nobody-sees-app', severity: 'error', from: { pathNot: '^src/app/' }, to: { path: '^src/app/' } },
    {
      name: 'product-sees-no-tool-or-test',
      severity: 'error',
      from: { path: '^(src|scenes)/' },
      to: { path: '^(test|tools)/' },
    },
    {
      name: 'shaders-are-drawn-by-view',
      severity: 'error',
      from: { path: '^(src|scenes)/', pathNot: '^src/view/' },
      to: { path: '^shaders/' },
    },
    only('gpu-js-behind-gpu', ['gpu\\.js'], ['src/gpu']),
    only('leva-is-the-panel', ['leva'], ['src/scene', 'scenes/optimizers']),
    only('three-draws', ['three', '@react-three'], ['src/view', 'src/scene', 'src/io', 'src/app', 'scenes']),
    only(
      'react-in-what-is-seen',
      ['react', 'react-dom'],
      ['src/runs', 'src/view', 'src/ui', 'src/scene', 'src/i18n', 'src/app', 'scenes'],
    ),
    only('commander-is-the-command-line', ['commander'], ['src/cli']),
    {
      name: 'node-only-in-cli',
      severity: 'error',
      from: { path: '^(src|scenes)/', pathNot: '^src/(cli|jobs)/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.app.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
};
