import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { builtForNode } from '../../tools/build-node.mjs';
import { root } from '../../tools/ensure.mjs';

export interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The built command line, for tests to call as a shell would. */
export async function koubai(): Promise<(...args: string[]) => Answer> {
  const main = fileURLToPath(await builtForNode(root, 'src/cli/main.ts'));
  return (...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    return { code: status, out: stdout, err: stderr };
  };
}

export interface PlainRun {
  readonly surface: string;
  readonly optimizer: string;
  readonly semantics: string;
  readonly params: Readonly<Record<string, number>>;
  readonly points: readonly (readonly [number, number])[];
  readonly losses: readonly number[];
  readonly status: string;
  readonly divergedAt: number | null;
  readonly leftAt: number | null;
}
