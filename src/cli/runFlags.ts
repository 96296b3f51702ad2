import type { Command } from 'commander';
import { MAX_CLI_STEPS } from './request.ts';
import { collect } from './values.ts';

/** The flags that say one run of an optimizer (`RunFlags`). */
export function addRunFlags(command: Command): Command {
  return command
    .option('--surface <id|formula>', 'a surface of `list`, or a formula in x and y such as "x^2/20 + y^2"')
    .option('--optimizer <id|rule>', 'an optimizer of `list`, or a rule of your own such as "own: x = x - lr*sign(g)"')
    .option('--semantics <which>', 'torch, book or paper')
    .option('--lr <number>', 'short for --set lr=<number>')
    .option('--set <name=value>', 'a parameter of the optimizer or of the surface; may be given several times', collect)
    .option('--start <x,y>', 'where the run starts; a formula needs it')
    .option('--domain <x0,x1,y0,y1>', 'outside it the run counts as having left; a formula has none of its own')
    .option('--steps <number>', `updates, at most ${MAX_CLI_STEPS}`)
    .option('--inject <step,gx,gy>', 'one wrong gradient: added to the one that this update sees')
    .option('--lr-change <step,factor>', 'from this update on lr is that many times what it was')
    .option('--schedule <kind,updates,factor>', 'lr over the run: step, exponential, cosine, warmup or onecycle')
    .option('--noise <sd>', 'normal noise of this SD, σ, in each component of every gradient that an update sees')
    .option('--batch <number>', 'the noise of a mini-batch of that many examples: its SD is σ/√B')
    .option('--noise-seed <number>', 'which noise');
}
