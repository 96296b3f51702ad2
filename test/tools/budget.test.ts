import { expect, test } from 'vitest';
import { initialFiles } from '../../tools/budget.mjs';

const manifest = {
  'index.html': {
    file: 'assets/index.js',
    isEntry: true,
    imports: ['_react.js'],
    dynamicImports: ['scenes/a/Scene.tsx', 'leva'],
  },
  '_react.js': { file: 'assets/react.js', imports: ['_shared.js'] },
  '_shared.js': { file: 'assets/shared.js' },
  'scenes/a/Scene.tsx': { file: 'assets/Scene.js', imports: ['_three.js', '_react.js'], dynamicImports: ['gpu'] },
  '_three.js': { file: 'assets/three.js', imports: ['_shared.js'] },
  'scenes/b/Scene.tsx': { file: 'assets/other.js' },
  'scenes/a/style.css': { file: 'assets/style.css' },
  leva: { file: 'assets/leva.js' },
  gpu: { file: 'assets/gpu.js' },
};

test('the initial budget holds the entry, the first scene and their static imports, each once', () => {
  expect(initialFiles(manifest, ['scenes/a/Scene.tsx']).sort()).toEqual(
    ['index', 'react', 'shared', 'Scene', 'three'].map((name) => `assets/${name}.js`).sort(),
  );
});

test('a manifest without an entry is an error, not a budget of nothing', () => {
  expect(() => initialFiles({ leva: { file: 'assets/leva.js' } }, [])).toThrow(/no entry/);
});

test('a scene that lies elsewhere is an error, not a smaller budget', () => {
  expect(() => initialFiles(manifest, ['scenes/a/Gone.tsx'])).toThrow('the manifest has no scenes/a/Gone.tsx');
});
