import { CommanderError } from 'commander';
import { createProgram } from './program.ts';
import { Interrupted } from './registration/interrupt.ts';

/** What a shell expects after Ctrl-C. */
const INTERRUPTED = 130;

/** Anything that goes wrong, in one line and without the `error: ` that commander puts before its own. */
function lineOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `koubai: ${message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ')}\n`;
}

type Write = (text: string) => void;

/** Runs the command line of `args` (without Node and script): the result goes to `write`, what went wrong to `writeError`. Resolves to the exit code. */
export async function run(args: readonly string[], write: Write, writeError: Write): Promise<number> {
  try {
    await createProgram(write, writeError).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // commander throws for --help too, with 0.
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    writeError(lineOf(error));
    return error instanceof Interrupted ? INTERRUPTED : 2;
  }
}
