/*
 * Writes assets/fixtures/optimizers.json: of test/fixtures/optimizers/ and test/fixtures/second-order/, the runs that the page gives when only optimizer and
 * semantics are chosen (a surface's own start and recommended learning rate, all else by default); and its entry in
 * assets/manifest.json. Changes no byte when run again.
 *
 *   node tools/reference-asset.mjs
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';

const folders = /** @type {const} */ (['test/fixtures/optimizers', 'test/fixtures/second-order']);
const file = 'assets/fixtures/optimizers.json';
const manifest = 'assets/manifest.json';

/** What each fixture's `source` is called on the page. */
const names = /** @type {const} */ ([
  [/^torch (\d[\d.]*\d)/, 'PyTorch $1'],
  [/^plain Python floats after common\/(optimizer\.py)/, '$1'],
  [/^NumPy (\d[\d.]*) after the methods' papers/, 'NumPy $1'],
  [/^plain Python floats after Algorithm 2 of (arXiv:[\d.]+)/, '$1'],
]);

/** Of the second-order methods torch has this one alone; the others are written anew over its derivatives and solvers. */
const TORCH_HAS = 'lbfgs';

/**
 * @param {string} source
 * @param {boolean} anew written anew for the fixture
 */
function nameOf(source, anew) {
  for (const [pattern, name] of names) {
    const match = pattern.exec(source);
    if (match) return `${anew ? 'torch.autograd + torch.linalg, ' : ''}${name.replace('$1', match[1] ?? '')}`;
  }
  throw new Error(`no name for the source "${source}"`);
}

/** @type {(path: string) => Promise<any>} */
const load = async (path) => (await runnerImport(path, { configFile: false, logLevel: 'error' })).module;
const { experimentOn } = await load('./src/experiments/index.ts');
const { rateOf } = await load('./src/experiments/rates.ts');
const read = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ folder, ...JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) })),
);
const steps = read[0].steps;
// Methods whose paths part soon are kept for fewer steps; the page shows those that last.
const lasting = read.filter((fixture) => String(fixture.steps) === String(steps));
const runs = lasting.flatMap((fixture) =>
  fixture.runs
    .filter((/** @type {any} */ { surface, start, params, optimizer }) => {
      const experiment = experimentOn(surface);
      const { lr, ...others } = params;
      return (
        Object.keys(others).length === 0 &&
        lr === rateOf(experiment, optimizer) &&
        String(start) === String(experiment.start)
      );
    })
    .map((/** @type {any} */ run) => {
      const anew = fixture.folder === folders[1] && run.optimizer !== TORCH_HAS;
      return { source: nameOf(fixture.source, anew), ...run };
    }),
);

const body = `{"steps":${JSON.stringify(steps)},"runs":[\n${runs.map((run) => JSON.stringify(run)).join(',\n')}\n]}\n`;
mkdirSync('assets/fixtures', { recursive: true });
writeFileSync(file, body);
const entries = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : [];
const entry = {
  file,
  source:
    'test/fixtures/optimizers/*.json and second-order/*.json: float64 runs of torch.optim and of plain Python, see tools/fixtures/README.md',
  licence: 'MIT (numbers computed by this project)',
  made: 'node tools/reference-asset.mjs',
  sha256: createHash('sha256').update(body).digest('hex'),
};
const others = entries.filter((/** @type {any} */ known) => known.file !== file);
writeFileSync(manifest, `${JSON.stringify([...others, entry], null, 2)}\n`);
console.log(`${file}: ${runs.length} runs, ${body.length} bytes`);
