/**
 * The evaluations as Markdown.
 *
 * @typedef {{ chamfer: number, emd: number, fScore: number }} Distances
 * @typedef {{ count: number, network: Distances, retrieval: Distances, mean: Distances, floor: Distances, winRate: number,
 *   many?: { samples: number, one: number, bestByOracle: number } }} Summary
 * @typedef {{ asked: string, seconds: number, all: Summary, byCategory: Record<string, Summary> }} Evaluated
 * @typedef {{ network: number, sets: Record<string, Evaluated> }} Figures
 */

const words = {
  en: {
    head: ['1,024 points each', '', 'network', 'look-up', 'mean', 'floor', 'nearer than look-up'],
    five: 'Procedural, five categories',
    all: 'Procedural, all ten',
    sweethome: 'SweetHome3D, CC-BY',
    chair: 'its chairs',
    table: 'its tables',
    fScore: 'F-score',
    disturbed: 'procedural, all ten',
    disturbedHead: ['CD × 10³', 'network', 'look-up', 'network, change'],
    tight: 'tight crop',
    shift: 'moved by 4 of 64 pixels',
    larger: '15 % larger',
    smaller: '15 % smaller',
    silhouette: 'silhouette alone',
    many: (
      /** @type {{ samples: number, one: string, best: string, ratio: string }} */ { samples, one, best, ratio },
    ) =>
      `Many answers, on SweetHome3D’s CC-BY meshes, CD × 10³: one of ${samples} ${one}; the best of them ${best}, × ${ratio} (an oracle: chosen with the truth in hand).`,
  },
  ja: {
    head: ['各 1,024 点', '', 'ネットワーク', '検索', '平均', '下限', '検索より近い割合'],
    five: '手続き生成、5 種類',
    all: '手続き生成、10 種類すべて',
    sweethome: 'SweetHome3D（CC-BY）',
    chair: 'そのうち椅子',
    table: 'そのうち机',
    fScore: 'F 値',
    disturbed: '手続き生成、10 種類すべて',
    disturbedHead: ['CD × 10³', 'ネットワーク', '検索', 'ネットワークの変化'],
    tight: 'ぴったりの切り取り',
    shift: '64 画素中 4 画素ずらす',
    larger: '15 % 大きく',
    smaller: '15 % 小さく',
    silhouette: 'シルエットだけ',
    many: (
      /** @type {{ samples: number, one: string, best: string, ratio: string }} */ { samples, one, best, ratio },
    ) =>
      `いくつもの答え（SweetHome3D の CC-BY の分、CD × 10³）：${samples} 個のうちの 1 個は ${one}、いちばんよいものは ${best}（${ratio} 倍。正解を見て選んだもの、オラクル）。`,
  },
};

/** @param {readonly (readonly string[])[]} rows the first is the head */
const markdown = (rows) =>
  rows
    .flatMap((row, i) => [`| ${row.join(' | ')} |`, ...(i === 0 ? [`|${' --- |'.repeat(row.length)}`] : [])])
    .join('\n');

const thousandths = (/** @type {number} */ value) => (1e3 * value).toFixed(2);
const percent = (/** @type {number} */ part) => `${(100 * part).toFixed(1)} %`;
const of = /** @type {const} */ (['network', 'retrieval', 'mean', 'floor']);

/**
 * @param {Figures} figures
 * @param {'en' | 'ja'} language
 * @param {boolean} [full] a line for each category too
 */
export function tablesOf({ sets }, language, full = false) {
  const word = words[language];
  const line = (/** @type {string} */ title, /** @type {Summary} */ s) => [
    `${title} (${s.count})`,
    'CD × 10³',
    ...of.map((key) => thousandths(s[key].chamfer)),
    percent(s.winRate),
  ];
  const rows = /** @type {const} */ (['five', 'all', 'sweethome']).flatMap((name) => {
    const set = sets[name];
    if (!set) return [];
    const categories = full ? Object.keys(set.byCategory) : name === 'sweethome' ? ['chair', 'table'] : [];
    return [
      line(word[name], set.all),
      ['', 'EMD', ...of.map((key) => set.all[key].emd.toFixed(4)), ''],
      ['', word.fScore, ...of.map((key) => set.all[key].fScore.toFixed(3)), ''],
      ...categories.flatMap((category) => {
        const summary = set.byCategory[category];
        const title = !full && (category === 'chair' || category === 'table') ? word[category] : category;
        return summary ? [line(title, summary)] : [];
      }),
    ];
  });
  const parts = [markdown([word.head, ...rows])];
  const tight = sets['tight']?.all;
  if (tight) {
    const changed = /** @type {const} */ (['tight', 'shift', 'larger', 'smaller', 'silhouette']).flatMap((name) => {
      const s = sets[name]?.all;
      const change = s ? s.network.chamfer / tight.network.chamfer - 1 : 0;
      const said = name === 'tight' ? '' : `${change < 0 ? '−' : '+'}${Math.abs(100 * change).toFixed(0)} %`;
      return s ? [[word[name], thousandths(s.network.chamfer), thousandths(s.retrieval.chamfer), said]] : [];
    });
    const [first = '', ...others] = word.disturbedHead;
    parts.push(markdown([[`${first}, ${word.disturbed} (${tight.count})`, ...others], ...changed]));
  }
  const many = sets['sweethome']?.all.many;
  if (many) {
    const ratio = (many.bestByOracle / many.one).toFixed(2);
    const said = { samples: many.samples, one: thousandths(many.one), best: thousandths(many.bestByOracle), ratio };
    parts.push(word.many(said));
  }
  return `${parts.join('\n\n')}\n`;
}

/**
 * What was wanted before the training, and what came: missed ones too.
 * @param {Figures} figures
 */
export function goalsTable({ sets }) {
  const { five, all, sweethome, tight } = sets;
  /** @type {[goal: string, most: number, measured: number | undefined, show: (value: number) => string][]} */
  const atMost = [
    ['CD × 10³, five categories', 3.2, five && 1e3 * five.all.network.chamfer, two],
    ['CD × 10³, all ten', 3.4, all && 1e3 * all.all.network.chamfer, two],
    ['CD over look-up’s, five', 0.8, five && overLookUp(five.all, 'chamfer'), two],
    ['CD over look-up’s, all', 0.8, all && overLookUp(all.all, 'chamfer'), two],
    ...FIVE.map(
      (category) =>
        /** @type {[string, number, number | undefined, (value: number) => string]} */ ([
          `EMD over look-up’s, ${category}`,
          1,
          five?.byCategory[category] && overLookUp(five.byCategory[category], 'emd'),
          two,
        ]),
    ),
    ['EMD over look-up’s, all', 1, all && overLookUp(all.all, 'emd'), two],
    ['CD × 10³, SweetHome3D CC-BY', 9, sweethome && 1e3 * sweethome.all.network.chamfer, two],
    ['CD over look-up’s, SweetHome3D CC-BY', 0.36, sweethome && overLookUp(sweethome.all, 'chamfer'), two],
    ['CD × 10³, its chairs', 7, thousand(sweethome?.byCategory['chair']), two],
    ['CD × 10³, its tables', 6, thousand(sweethome?.byCategory['table']), two],
    ...['shift', 'larger', 'smaller'].map(
      (name) =>
        /** @type {[string, number, number | undefined, (value: number) => string]} */ ([
          `CD’s rise, ${words.en[/** @type {'shift'} */ (name)]}`,
          0.4,
          rise(sets[name], tight),
          percent,
        ]),
    ),
    ['CD’s rise, silhouette alone', 0.05, rise(sets['silhouette'], tight), percent],
    [
      'Best of 8 over one, SweetHome3D CC-BY',
      0.85,
      sweethome?.all.many && sweethome.all.many.bestByOracle / sweethome.all.many.one,
      two,
    ],
    ['Look-up’s CD × 10³, five: not duller', 5, five && 1e3 * five.all.retrieval.chamfer, two],
  ];
  /** @type {typeof atMost} */
  const atLeast = [
    ['Nearer than look-up, five', 0.58, five?.all.winRate, percent],
    ['Nearer than look-up, all', 0.58, all?.all.winRate, percent],
    ['Nearer than look-up, SweetHome3D CC-BY', 0.8, sweethome?.all.winRate, percent],
    ['Pooled mean’s CD × 10³, five: not duller', 18, five && 1e3 * five.all.mean.chamfer, two],
    ['Look-up’s CD × 10³, five: not weaker', 3, five && 1e3 * five.all.retrieval.chamfer, two],
  ];
  const rows = [...atMost.map((goal) => row(goal, '≤')), ...atLeast.map((goal) => row(goal, '≥'))];
  return `${markdown([['Goal, set before the training', 'wanted', 'measured', ''], ...rows])}\n`;
}

const FIVE = ['chair', 'table', 'lamp', 'plane', 'car'];
const overLookUp = (/** @type {Summary} */ { network, retrieval }, /** @type {'chamfer' | 'emd'} */ distance) =>
  network[distance] / retrieval[distance];
const two = (/** @type {number} */ value) => value.toFixed(2);
const thousand = (/** @type {Summary | undefined} */ summary) => summary && 1e3 * summary.network.chamfer;
const rise = (/** @type {Evaluated | undefined} */ set, /** @type {Evaluated | undefined} */ tight) =>
  set && tight && set.all.network.chamfer / tight.all.network.chamfer - 1;

/**
 * @param {[goal: string, bound: number, measured: number | undefined, show: (value: number) => string]} goal
 * @param {'≤' | '≥'} sign
 */
function row([goal, bound, measured, show], sign) {
  if (measured === undefined) return [goal, `${sign} ${show(bound)}`, 'not measured', ''];
  const met = sign === '≤' ? measured <= bound : measured >= bound;
  return [
    goal,
    `${sign} ${show(bound)}`,
    show(measured),
    met ? 'met' : `**missed** by ${show(Math.abs(measured - bound))}`,
  ];
}
