import { words } from '../../scenes/optimizers/words/index.ts';
import { registries } from '../../src/cli/list.ts';
import { addTexts, hasText, paramLabel, text } from '../../src/i18n/index.ts';
import {
  allOptimizerIds,
  allOptimizers,
  optimizerOf,
  paramsOf,
  ruledOptimizerIds,
  semanticsOf,
} from '../../src/optimizers/index.ts';
import type { ParamSpecs } from '../../src/params/spec.ts';
import { categoryIds, FIVE } from '../../src/reconstruction/shapes/index.ts';
import { methodIds, registrationMethods } from '../../src/registration/methods/index.ts';
import { code, grid } from './grid.ts';
import { methodWords } from './words/methods.ts';
import type { Language } from './words/types.ts';

addTexts(words);

const heads = {
  optimizers: {
    en: ['Id', 'Name', 'Semantics', 'Parameters and their defaults', 'After'],
    ja: ['id', '名前', '流儀', 'パラメータと既定値', '出典'],
  },
  params: { en: ['Parameter', 'What it is', 'Symbol'], ja: ['パラメータ', '意味', '記号'] },
  surfaces: {
    en: ['Id', 'Name', 'f(x, y)', 'Start', 'Updates', 'Minimum'],
    ja: ['id', '名前', 'f(x, y)', '出発点', '更新', '最小'],
  },
  methods: {
    en: ['Method', 'Name in the page', 'What it does', 'Takes'],
    ja: ['手法', 'ページでの名前', 'すること', '受ける指定'],
  },
  categories: { en: ['Category', 'Name', 'Among the five'], ja: ['種類', '名前', '5 種類のうち'] },
} as const;

const { surfaces } = registries();
const yes = { en: 'yes', ja: '○' } as const;

function defaults(params: ParamSpecs): string {
  return Object.entries(params)
    .map(([name, spec]) => `${name} ${spec.default}`)
    .join(', ');
}

export function optimizerTable(language: Language): string {
  const rows = allOptimizerIds.flatMap((id) =>
    semanticsOf(id).map((semantics, i) => {
      const about = i === 0 ? [code(id), allOptimizers[id].name] : ['', ''];
      return [
        ...about,
        text(language, `semantics.${semantics}`),
        defaults(paramsOf(id, semantics)) || '–',
        i === 0 ? allOptimizers[id].reference : '',
      ];
    }),
  );
  return grid(heads.optimizers[language], rows);
}

/** Every parameter that an optimizer has, once. */
export function parameterTable(language: Language): string {
  const all = allOptimizerIds.flatMap((id) => semanticsOf(id).map((one): ParamSpecs => paramsOf(id, one)));
  const specs = new Map(all.flatMap((params) => Object.entries(params)));
  const rows = [...specs].map(([name, { symbol = '' }]) => [code(name), paramLabel(language, name), symbol]);
  return grid(heads.params[language], rows);
}

export function surfaceTable(language: Language): string {
  const none = { en: 'none', ja: 'なし' }[language];
  const rows = surfaces.map(({ id, name, formula, start, steps, minima }) => {
    const at = minima.map(({ at: [x, y] }) => `(${short(x)}, ${short(y)})`).join(', ');
    return [code(id), name, code(formula), `(${start.join(', ')})`, String(steps), at === '' ? none : at];
  });
  return grid(heads.surfaces[language], rows);
}

const short = (value: number) => String(Number(value.toPrecision(5)));

/** The recommended lr of each optimizer on each surface, for its start and number of updates; without one: the optimizer's own default. */
export function rateTable(language: Language): string {
  const rated = ruledOptimizerIds.filter((id) => optimizerOf(id).rate?.by !== 'itself');
  const rows = surfaces.map(({ id, learningRates }) => [
    code(id),
    ...rated.map((optimizer) => {
      const rates: Readonly<Record<string, number>> = learningRates;
      return String(rates[optimizer] ?? paramsOf(optimizer)['lr']!.default);
    }),
  ]);
  return grid([{ en: 'lr', ja: '学習率' }[language], ...rated], rows);
}

/** `--max-iterations` of `maxIterations`. */
const flagOf = (setting: string) => code(setting.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));

export function methodTable(language: Language): string {
  const rows = methodIds.map((id) => {
    const key = `reg.short.${id}`;
    return [
      code(id),
      hasText(key) ? text(language, key) : registrationMethods[id].name,
      methodWords[id]?.[language] ?? '',
      registrationMethods[id].takes.map(flagOf).join(', '),
    ];
  });
  return grid(heads.methods[language], rows);
}

export function categoryTable(language: Language): string {
  const rows = categoryIds.map((id) => [
    code(id),
    text(language, `rec.category.${id}`),
    FIVE.includes(id) ? yes[language] : '',
  ]);
  return grid(heads.categories[language], rows);
}
