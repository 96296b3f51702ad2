import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { builtForNode } from '../../tools/build-node.mjs';
import { root } from '../../tools/ensure.mjs';
import { run } from '../../src/cli/run.ts';

export interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/**
 * The command line in this process, which spares each call the start of a Node of its own and a cold compiler; not for what opens
 * threads (they load the built file) or needs a signal.
 */
export async function koubaiHere(...args: string[]): Promise<Answer> {
  const answer = { out: '', err: '' };
  const code = await run(
    args,
    (text) => (answer.out += text),
    (text) => (answer.err += text),
  );
  return { code, ...answer };
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
