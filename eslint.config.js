import eslint from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const pureLayers = [
  'formula',
  'math',
  'params',
  'trace',
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

/** A frame samples a record and writes refs: what allocates there makes the garbage collector stutter the picture. */
const frameAllocations = ['useFrame', 'useAnimationFrame'].flatMap((hook) => [
  { selector: `CallExpression[callee.name="${hook}"] NewExpression`, message: 'A frame allocates nothing.' },
  {
    selector: `CallExpression[callee.name="${hook}"] CallExpression[callee.property.name="clone"]`,
    message: 'A frame allocates nothing: copy into a scratch object.',
  },
]);

const dynamicCode = [
  { selector: 'NewExpression[callee.name="Function"]', message: 'The policy forbids it: compile to closures.' },
  { selector: 'CallExpression[callee.name="Function"]', message: 'The policy forbids it: compile to closures.' },
];

export default defineConfig(
  globalIgnores(['test/conformance/newcomer/scene/', 'dist/', 'node_modules/', 'shared/', 'tools/stubs/', '**/*.tmp/']),
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-undef': 'off', // the compiler's work, in JavaScript files too (checkJs)
      'no-implied-eval': 'off', // the typed one below
      'no-restricted-syntax': ['error', ...dynamicCode, ...frameAllocations],
      'no-restricted-imports': [
        'error',
        {
          name: 'react',
          importNames: ['lazy'],
          message: 'Take `later`, which says so where the code cannot be fetched.',
        },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Our objects are closures, not classes: their methods may be taken off them.
      '@typescript-eslint/unbound-method': 'off',
      // Spreading a string gives its code points, which is what is meant.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // One side of an interface may answer at once where the other waits.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers are what this program is about: they may stand in a template.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // `record.x[i]!` in a loop whose bound is the array's own: noUncheckedIndexedAccess would otherwise ask for a branch that cannot happen.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'scenes/**/*.{ts,tsx}'],
    // Where the layer check allows no React: its compiler, which finds what these rules say, is a sixth of all linting.
    ignores: [...pureLayers, 'cli', 'gpu', 'io', 'jobs', 'state'].map((layer) => `src/${layer}/**`),
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    // three's uniforms, buffers and textures are handed around to be written to, frame by frame, outside React.
    files: ['scenes/**/*.{ts,tsx}', 'src/view/**/*.{ts,tsx}'],
    rules: { 'react-hooks/immutability': 'off' },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'scenes/**/*.{ts,tsx}'],
    ignores: ['src/cli/**'],
    rules: { 'no-console': 'error' },
  },
  {
    files: pureLayers.map((layer) => `src/${layer}/**/*.ts`),
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Take a seeded generator as an argument.' },
      ],
      'no-restricted-globals': [
        'error',
        ...['Date', 'performance', 'console', 'setTimeout', 'setInterval', 'globalThis'].map((name) => ({
          name,
          message: 'The pure layers know no platform: take it as an argument.',
        })),
      ],
    },
  },
  { files: ['src/ui/later.tsx'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['tools/**/*.mjs', '*.{js,mjs,cjs}', 'test/**/*.ts'],
    rules: {
      // JSON.parse and page.evaluate give `any`; the assertions that follow are the check.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-plus-operands': ['error', { allowAny: true }],
    },
  },
  {
    files: ['.*.cjs', '.*.mjs', '*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { module: 'writable' } },
  },
);
