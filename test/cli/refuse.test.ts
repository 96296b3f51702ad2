import { expect, test } from 'vitest';
import { koubai, koubaiHere, type Answer } from './koubai.ts';

const good = ['--surface', 'bowl', '--optimizer', 'adam'];

function expectRefusal({ code, out, err }: Answer, message: RegExp): void {
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^koubai: [^\n]+\n$/);
  expect(err).toMatch(message);
  expect(err).not.toMatch(/\bat \S+:\d+|\.js\b|Error:/);
}

test.each<[string, string[], RegExp]>([
  ['no command', [], /give a command: optimize, .*list/],
  ['an unknown command', ['optimise'], /no command "optimise"; did you mean optimize\?/],
  ['no surface', ['optimize'], /give --surface/],
  ['no optimizer', ['optimize', '--surface', 'bowl'], /give --optimizer: sgd, momentum, .*lion/],
  [
    'a misspelt surface',
    ['optimize', '--surface', 'rosenbrok', '--optimizer', 'sgd'],
    /no surface "rosenbrok"; did you mean rosenbrock\?/,
  ],
  [
    'a surface there is not',
    ['optimize', '--surface', 'everest', '--optimizer', 'sgd'],
    /no surface "everest"; there are bowl, sphere/,
  ],
  [
    'a misspelt optimizer',
    ['optimize', '--surface', 'bowl', '--optimizer', 'adaam'],
    /no optimizer "adaam"; did you mean adam\?/,
  ],
  ['a prototype name', ['optimize', '--surface', 'bowl', '--optimizer', 'toString'], /no optimizer "toString"/],
  ['a broken formula', ['optimize', '--surface', 'x^2 + * y', '--optimizer', 'sgd', '--start=1,1'], /position 7/],
  [
    'a formula of two lines',
    ['optimize', '--surface', 'x^2 +\n&', '--optimizer', 'sgd', '--start=1,1'],
    /position \d+/,
  ],
  [
    'a formula that is code',
    ['optimize', '--surface', 'process.exit(0)', '--optimizer', 'sgd', '--start=1,1'],
    /position/,
  ],
  [
    'a formula without a start',
    ['optimize', '--surface', 'x^2 + y^2', '--optimizer', 'sgd'],
    /a formula needs a start/,
  ],
  [
    'semantics it lacks',
    ['optimize', ...good, '--semantics', 'paper'],
    /adam has no "paper" semantics; it has torch, book/,
  ],
  ['semantics nobody has', ['optimize', ...good, '--semantics', 'jax'], /it has torch, book/],
  ['an empty semantics', ['optimize', ...good, '--semantics', ''], /it has torch, book/],
  ['a start of NaN', ['optimize', ...good, '--start=NaN,1'], /--start must be two finite numbers.*"NaN,1"/],
  ['a start of one number', ['optimize', ...good, '--start=1'], /--start must be two finite numbers/],
  ['a start of infinity', ['optimize', ...good, '--start=1e999,1'], /--start must be two finite numbers/],
  ['negative steps', ['optimize', ...good, '--steps', '-1'], /--steps must be at least 0, not -1/],
  ['half a step', ['optimize', ...good, '--steps', '1.5'], /--steps must be a whole number/],
  ['too many steps', ['optimize', ...good, '--steps', '100001'], /--steps must be at most 100000/],
  ['steps in words', ['optimize', ...good, '--steps', 'many'], /--steps must be a finite number, not "many"/],
  ['a negative learning rate', ['optimize', ...good, '--lr', '-0.1'], /lr must be at least 0/],
  ['a learning rate of NaN', ['optimize', ...good, '--lr', 'NaN'], /lr must be a finite number, not "NaN"/],
  ['an empty learning rate', ['optimize', ...good, '--lr', ''], /lr must be a finite number/],
  ['a beta of 1', ['optimize', ...good, '--set', 'beta1=1'], /beta1 must be less than 1, not 1/],
  [
    'an unknown parameter',
    ['optimize', ...good, '--set', 'beta3=1'],
    /no parameter "beta3"; it has lr, beta1, beta2, eps, weight_decay; bowl has anisotropy/,
  ],
  ['a parameter without a value', ['optimize', ...good, '--set', 'beta1'], /--set takes name=value, not "beta1"/],
  ['a parameter given twice', ['optimize', ...good, '--lr', '1', '--set', 'lr=2'], /lr is given twice/],
  [
    'a parameter of the surface out of range',
    ['optimize', ...good, '--set', 'anisotropy=0'],
    /anisotropy must be greater than 0/,
  ],
  ['an empty domain', ['optimize', ...good, '--domain=1,1,0,1'], /--domain must be x0,x1,y0,y1/],
  ['an unknown flag', ['optimize', ...good, '--stepps', '3'], /unknown option '--stepps'.*--steps/],
  ['a flag without a value', ['optimize', ...good, '--steps'], /argument missing/],
  ['a stray argument', ['optimize', ...good, 'fast'], /too many arguments/],
  ['both formats', ['optimize', ...good, '--json', '--csv'], /--json and --csv exclude each other/],
  ['a link and a flag', ['optimize', '--link', 'http://localhost/#v=1', '--steps', '3'], /leave out --steps/],
  ['an empty link', ['optimize', '--link', ''], /--link is empty/],
  ['a link that is none', ['optimize', '--link', 'no link at all'], /--link: "no link at all="/],
  [
    'a link with a broken part',
    ['optimize', '--link', 'http://localhost/#v=1&n=-3'],
    /--link: "n=-3" is not valid there/,
  ],
  [
    'a link from the future',
    ['optimize', '--link', 'http://localhost/#v=99'],
    /--link: "v=99" was made by a newer version/,
  ],
  ['a list of what is not', ['list', '--jsn'], /unknown option '--jsn'/],
])('%s: exit code 2, one line, no stack', async (_, args, message) => {
  expectRefusal(await koubaiHere(...args), message);
});

test('the built command line refuses alike', async () => {
  const call = await koubai();
  expectRefusal(call('optimise'), /no command "optimise"/);
});
