import { spawnSync, type SpawnSyncReturns } from 'node:child_process';

/** Debian's Python, to which its torch and NumPy belong; a bare `python3` may be another. */
const python = '/usr/bin/python3';

/** Whether it has a module, without the seconds that importing torch takes. */
export const pythonHas = (module: string): boolean =>
  spawnSync(python, ['-c', `import importlib.util as u; assert u.find_spec("${module}")`]).status === 0;

/** On one thread: torch's others would wait busily for cores that other tests have. */
export const runPython = (args: readonly string[], input?: Uint8Array): SpawnSyncReturns<string> =>
  spawnSync(python, args, {
    encoding: 'utf8',
    env: { ...process.env, OMP_NUM_THREADS: '1' },
    ...(input && { input }),
  });

/** For what starts torch: some seconds, many on a busy machine. */
export const TORCH_TIMEOUT = 180_000;
