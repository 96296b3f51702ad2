import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { countTests, runSteps, slowest, tally, type Step } from '../../tools/steps.mjs';

const folder = mkdtempSync(join(tmpdir(), 'koubai-steps-'));
afterAll(() => rmSync(folder, { recursive: true }));

const script = (text: string): string[] => ['-e', text];

function report(name: string, content: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const full = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };

test('a report is counted, and whatever went wrong without a failed test is a failure', () => {
  const good = report('good.json', full);
  expect(countTests(good, true)).toEqual({ passed: 7, failed: 0, skipped: 2 });
  // An unhandled error: every test passed, yet vitest ended with 1.
  expect(countTests(good, false)).toEqual({ passed: 7, failed: 1, skipped: 2 });
  expect(countTests(join(folder, 'missing.json'), true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  const none = report('none.json', { ...full, numPassedTests: 0, numPendingTests: 0, numTodoTests: 0 });
  expect(countTests(none, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  const broken = report('broken.json', {
    ...full,
    numFailedTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  });
  expect(countTests(broken, false)).toEqual({ passed: 7, failed: 2, skipped: 2 });
});

test('all steps run, a failed one is shown and holds up only those that need it', async () => {
  const steps: Step[] = [
    { name: 'last', command: script('process.stdout.write(String(process.hrtime.bigint()))'), alone: true, show: true },
    { name: 'bad', command: script('console.log("what went wrong"); process.exit(3)') },
    { name: 'needs bad', command: script('console.log("never")'), after: ['bad'] },
    { name: 'slow', command: script('setTimeout(() => console.log("quiet"), 300)') },
    { name: 'tests', command: script(''), report: report('some.json', full), after: ['slow'] },
  ];
  let printed = '';
  const outcomes = await runSteps(steps, { cwd: folder, atOnce: 2, print: (text) => (printed += text) });
  expect(outcomes.map(({ name }) => name).at(-1)).toBe('last');
  expect(tally(outcomes)).toEqual({ passed: 1 + 1 + 7, failed: 2, skipped: 2 });
  const lines = printed.replace(/\d+\.\d s/g, 'N s').replace(/\d{9,}/, 'T');
  expect(lines).toMatch(/✗ bad N s\n {4}what went wrong\n/);
  expect(lines).toMatch(/✗ needs bad N s\n {4}not run: bad failed\n/);
  expect(lines).toMatch(/✓ tests N s: 7 passed, 0 failed\n/);
  expect(lines).toMatch(/✓ slow N s\n(?! {4})/);
  expect(lines.endsWith('✓ last N s\n    T\n')).toBe(true);
});

test('an idle step runs at the lowest priority, beside one that is to be alone, and counts like any other', async () => {
  // Where sessions have a priority of their own, that of the step's session too.
  const priority = `const own = '/proc/self/autogroup';
    process.stdout.write([os.getPriority(), ...(fs.existsSync(own) ? fs.readFileSync(own, 'utf8').match(/-?\\d+$/m) : [])].join())`;
  const expected = (own: number, session: number) =>
    existsSync('/proc/self/autogroup') ? `${own},${session}` : String(own);
  const outcomes = await runSteps(
    [
      { name: 'idle', command: script(`setTimeout(() => { ${priority}; process.exit(1); }, 500)`), idle: true },
      { name: 'next idle', command: script(priority), idle: true },
      { name: 'first', command: script('') },
      { name: 'alone', command: script(priority), alone: true },
    ],
    { cwd: folder, atOnce: 2, print: () => undefined },
  );
  expect(outcomes.map(({ name, output }) => [name, output])).toEqual([
    ['first', ''],
    ['alone', expected(getPriority(), 0)],
    ['idle', expected(19, 19)],
    ['next idle', expected(19, 19)],
  ]);
  expect(tally(outcomes)).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test('two steps run at once, never three', async () => {
  // The first two wait for one another; the third fails when it starts before one of them has ended.
  const fs = "const fs = require('fs');";
  const meet = (own: string, other: string) =>
    script(`${fs} fs.writeFileSync('${own}', ''); const timer = setInterval(() => {
      if (fs.existsSync('${other}')) { clearInterval(timer); setTimeout(() => fs.writeFileSync('${own}-ended', ''), 200); }
    }, 10);`);
  const outcomes = await runSteps(
    [
      { name: 'a', command: meet('a', 'b') },
      { name: 'b', command: meet('b', 'a') },
      {
        name: 'c',
        command: script(`${fs} process.exit(fs.existsSync('a-ended') || fs.existsSync('b-ended') ? 0 : 1)`),
      },
    ],
    { cwd: folder, atOnce: 2, print: () => undefined },
  );
  expect(outcomes.map(({ name, counts }) => [name, counts.passed])).toEqual(
    expect.arrayContaining([
      ['a', 1],
      ['b', 1],
      ['c', 1],
    ]),
  );
});

test('the slowest files of all steps, the slowest first', () => {
  const outputs = [
    'took 1.5 s: a.test.ts\nnoise took 99.0 s: none\n',
    'took 12.0 s: b.test.ts\ntook 0.4 s: c.test.ts\n',
    '',
  ];
  const outcomes = outputs.map((output) => ({ output }));
  expect(slowest(outcomes, 2)).toBe('12.0 s b.test.ts\n1.5 s a.test.ts');
});
