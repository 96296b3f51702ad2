import { expect, test } from 'vitest';
import { initialFiles, sceneFiles } from '../../tools/budget.mjs';

const sceneA = 'scenes/a/scene.ts';
const sceneB = 'scenes/b/scene.ts';
const manifest = {
  'index.html': { file: 'assets/index.js', isEntry: true, imports: ['_react.js'], dynamicImports: [sceneA, sceneB] },
  '_react.js': { file: 'assets/react.js', imports: ['_shared.js'] },
  '_shared.js': { file: 'assets/shared.js' },
  '_three.js': { file: 'assets/three.js', imports: ['_shared.js'] },
  [sceneA]: {
    file: 'assets/a.js',
    imports: ['_three.js', 'index.html'],
    dynamicImports: ['_leva.js', 'scenes/a/table.tsx'],
  },
  'scenes/a/table.tsx': { file: 'assets/table.js', imports: ['_react.js'] },
  [sceneB]: { file: 'assets/b.js', imports: ['_clouds.js', 'index.html'], dynamicImports: ['_leva.js'] },
  '_clouds.js': { file: 'assets/clouds.js', assets: ['assets/cloud.ply', 'assets/worker.js'] },
  'scenes/b/style.css': { file: 'assets/style.css' },
  '_leva.js': { file: 'assets/leva.js' },
};

test('the initial budget holds the entry, the first scene and their static imports, each once', () => {
  expect(initialFiles(manifest, [sceneA]).sort()).toEqual(
    ['index', 'react', 'shared', 'a', 'three'].map((name) => `assets/${name}.js`).sort(),
  );
});

test('a manifest without an entry is an error, not a budget of nothing', () => {
  expect(() => initialFiles({ leva: { file: 'assets/leva.js' } }, [])).toThrow(/no entry/);
});

test('a scene that lies elsewhere is an error, not a smaller budget', () => {
  expect(() => initialFiles(manifest, ['scenes/a/Gone.tsx'])).toThrow('the manifest has no scenes/a/Gone.tsx');
});

test("a scene's budget holds all that it alone fetches, workers too, and nothing of another scene or of the page", () => {
  expect(sceneFiles(manifest, initialFiles(manifest, [sceneA]))).toEqual({
    a: ['assets/table.js'],
    b: ['assets/b.js', 'assets/clouds.js', 'assets/worker.js'],
  });
});

test('of a single scene nothing counts as shared', () => {
  const { [sceneB]: _, ...one } = manifest;
  expect(sceneFiles(one, initialFiles(one, []))).toEqual({
    a: ['assets/a.js', 'assets/three.js', 'assets/leva.js', 'assets/table.js'],
  });
});
