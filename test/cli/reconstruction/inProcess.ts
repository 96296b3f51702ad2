import { CommanderError } from 'commander';
import { createProgram } from '../../../src/cli/program.ts';

export interface Said {
  readonly out: string;
  /** null: it ended well. */
  readonly error: string | null;
}

/** The command line without a process of its own, which takes half a second to start: what it wrote, and what it rejected with. */
export async function call(...args: string[]): Promise<Said> {
  let out = '';
  try {
    await createProgram((text) => (out += text)).parseAsync(['node', 'koubai', ...args]);
  } catch (error) {
    if (!(error instanceof CommanderError && error.exitCode === 0)) {
      const known = error instanceof CommanderError || (error instanceof Error && error.name === 'Refusal');
      if (!known) throw error;
      return { out, error: error.message };
    }
  }
  return { out, error: null };
}
