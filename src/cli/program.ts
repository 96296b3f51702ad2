import { Command } from 'commander';
import { plainRun } from '../io/traces.ts';
import { optimize } from '../jobs/optimize.ts';
import { specsOfLink } from './link.ts';
import { registries, registriesAsText } from './list.ts';
import { csvOfRun, csvOfRuns, type Run } from './print.ts';
import { Refusal } from './refusal.ts';
import { addBasin } from './basin.ts';
import { addCompare } from './reconstruction/compare.ts';
import { addEvaluate } from './reconstruction/evaluate.ts';
import { addReconstruct } from './reconstruction/reconstruct.ts';
import { addShapes } from './reconstruction/shapes.ts';
import { addRegister } from './registration/register.ts';
import { addSweep } from './registration/sweep.ts';
import { addTrainDo } from './registration/trainDo.ts';
import { addActivations } from './networks/activations.ts';
import { addClassify } from './networks/classify.ts';
import { addExperiment } from './networks/experiment.ts';
import { addGradcheck } from './networks/gradcheck.ts';
import { addHessian } from './networks/hessian.ts';
import { addLandscape } from './networks/landscape.ts';
import { addSearch } from './networks/search.ts';
import { addTrain } from './networks/train.ts';
import { addTrainMap } from './networks/trainMap.ts';
import { addSdm } from './sdm.ts';
import { specOf, type RunFlags } from './request.ts';
import { addRunFlags } from './runFlags.ts';
import { addHeatmap } from './tuning/heatmap.ts';
import { addTune } from './tuning/tune.ts';
import { offer } from './values.ts';

interface OptimizeFlags extends RunFlags {
  readonly link?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

const defaultsHelp = `
Without the flag: the surface's own start and number of steps; torch's semantics where the optimizer has them, else its
first; every parameter, lr too, as the optimizer's own default (\`list\` shows those, and the learning rates that suit a surface).`;

/** The command line; `write` takes the result, `warn` lines about it. `parseAsync` rejects with Refusal, Interrupted or CommanderError; nothing here ends the process. */
export function createProgram(write: (text: string) => void, warn: (text: string) => void = () => undefined): Command {
  // Errors are thrown, and told by whoever called, in one line.
  const program = new Command('koubai')
    .description('Koubai without a browser: the same runs, computed by the same code, in float64')
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: () => undefined })
    .showSuggestionAfterError()
    .addHelpText('after', '\nkoubai <command> --help explains its flags.')
    .action((_: unknown, { args: [name] }: Command) => {
      const names = program.commands.map((command) => command.name());
      if (name === undefined) throw new Refusal(`give a command: ${names.join(', ')} (koubai --help)`);
      throw new Refusal(`there is no command "${name}"; ${offer(name, names)}`);
    })
    .allowExcessArguments(true);

  addRunFlags(program.command('optimize').description('run an optimizer on a surface and print its path'))
    .option('--link <url>', 'instead of all these: run every optimizer enabled in a shared link')
    .option('--json', 'print JSON (the default)')
    .option('--csv', 'print CSV instead')
    .addHelpText('after', defaultsHelp)
    .allowExcessArguments(false)
    .action((flags: OptimizeFlags) => write(optimizeText(flags)));

  addBasin(program, write);
  addHeatmap(program, write);
  addTune(program, write);

  addRegister(program, write);
  addTrainDo(program, write);
  addSweep(program, write);

  addReconstruct(program, write, warn);
  addCompare(program, write);
  addShapes(program, write);
  addEvaluate(program, write, warn);

  addSdm(program, write);

  addTrain(program, write);
  addTrainMap(program, write);
  addLandscape(program, write);
  addGradcheck(program, write);
  addHessian(program, write);
  addActivations(program, write);
  addClassify(program, write);
  addExperiment(program, write);
  addSearch(program, write);

  program
    .command('list')
    .description('print the surfaces, optimizers and registration methods there are')
    .option('--json', 'as JSON instead of text')
    .allowExcessArguments(false)
    .action(({ json }: { readonly json?: boolean }) =>
      write(json ? `${JSON.stringify(registries())}\n` : registriesAsText()),
    );
  return program;
}

function optimizeText({ link, json, csv, ...flags }: OptimizeFlags): string {
  if (json && csv) throw new Refusal('--json and --csv exclude each other');
  if (link === undefined) {
    const spec = specOf(flags);
    const run: Run = { spec, record: optimize(spec) };
    return csv ? csvOfRun(run) : `${JSON.stringify(plainRun(run))}\n`;
  }
  const [extra] = Object.keys(flags);
  if (extra !== undefined) throw new Refusal(`--link says everything itself: leave out --${extra}`);
  const runs = specsOfLink(link).map((spec): Run => ({ spec, record: optimize(spec) }));
  return csv ? csvOfRuns(runs) : `${JSON.stringify({ runs: runs.map(plainRun) })}\n`;
}
