import { CommanderError } from 'commander';
import process from 'node:process';
import { createProgram } from './program.ts';

/** Anything that goes wrong, in one line and without the `error: ` that commander puts before its own. */
function lineOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `koubai: ${message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ')}\n`;
}

// `koubai … | head` closes the pipe early: nothing is wrong then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  createProgram((text) => process.stdout.write(text)).parse(process.argv);
} catch (error) {
  // commander throws for --help too, with 0.
  if (!(error instanceof CommanderError && error.exitCode === 0)) {
    process.stderr.write(lineOf(error));
    process.exitCode = 2;
  }
}
