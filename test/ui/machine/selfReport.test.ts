import { expect, test } from 'vitest';
import type { DeviceReport } from '../../../src/gpu/types.ts';
import { laterWords } from '../../../scenes/optimizers/words/later.ts';
import type { Machine } from '../../../scenes/optimizers/machine/readMachine.ts';
import { adviceFor, selfReport } from '../../../scenes/optimizers/machine/selfReport.ts';

const desktop: Machine = {
  adapter: 'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 (0x00002504) Direct3D11 vs_5_0 ps_5_0, D3D11)',
  vendor: 'Google Inc. (NVIDIA)',
  crossOriginIsolated: true,
  devicePixelRatio: 1.5,
  viewport: [1280, 720],
  browser: 'a browser',
  languages: ['ja'],
  processors: 8,
};
const choice = { backend: 'webgl2', milliseconds: 2, why: 'measured', candidates: [] } as const;
const report: DeviceReport = {
  backends: [
    { id: 'webgl2', available: true, deviation: { arithmetic: 1e-7 } },
    { id: 'float64', available: true, deviation: {} },
  ],
  chosen: { surface: choice, swarm: choice },
  override: null,
  kernelsBuilt: 2,
  thread: 'worker',
  incidents: [],
};

test('a graphics processor and a kernel that passed: nothing to do', () => {
  expect(adviceFor(desktop, report)).toEqual(['machine.do.fine']);
  expect(adviceFor(desktop, null)).toEqual(['machine.do.fine']);
});

test.each([
  'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
  'llvmpipe (LLVM 15.0.7, 256 bits)',
  'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0)',
])('drawn in software: %s', (adapter) => {
  const advice = adviceFor({ ...desktop, adapter }, report);
  expect(advice).toEqual(['machine.do.software', 'machine.do.acceleration', 'machine.do.flag', 'machine.do.driver']);
  expect(selfReport({ ...desktop, adapter }, report, null, null).machine.software).toBe(true);
});

test('no WebGL2, no worker, no kernel: each is said', () => {
  expect(adviceFor({ ...desktop, adapter: null }, report)[0]).toBe('machine.do.no-webgl');
  expect(adviceFor(desktop, { ...report, thread: 'main' })).toEqual(['machine.do.no-worker']);
  const unfit = report.backends.map((backend) => ({ ...backend, available: backend.id === 'float64' }));
  expect(adviceFor(desktop, { ...report, backends: unfit })).toEqual(['machine.do.float64']);
  // Whoever asked for float64 knows.
  const asked = { asked: 'float64', honoured: true };
  expect(adviceFor(desktop, { ...report, backends: unfit, override: asked })).toEqual(['machine.do.fine']);
});

test('all advice has its words', () => {
  const keys = Object.keys(laterWords.en).filter((key) => key.startsWith('machine.do.'));
  expect(keys.length).toBeGreaterThan(7);
});

test('the report survives JSON', () => {
  const whole = selfReport(desktop, report, { count: 1, median: 16, p95: 16, longest: 16 }, null);
  expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
  expect(whole.kernels?.tolerances.arithmetic).toBe(1e-5);
});
