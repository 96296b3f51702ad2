/**
 * How the answers to the photographs were judged: docs/reconstruction-verdicts.json, filled in by hand after `contact-sheet.mjs --blind`. Two judges who saw that sheet
 * alone (so far: two runs of a language model that reads pictures) said of each answer whether it could stand for the thing (`usable`), only let it be told from others
 * (`recognisable`), or neither.
 *
 * @typedef {'usable' | 'recognisable' | 'neither'} Verdict
 * @typedef {{ network: number, judges: readonly Record<string, Verdict>[] }} Verdicts `network`: the CRC-32 of the weights that were judged
 */
export const verdictNames = /** @type {const} */ (['usable', 'recognisable', 'neither']);

/**
 * How many answers each judge gave each verdict, how many both gave it, and in how many cases they agreed.
 * @param {Verdicts} verdicts
 */
export function verdictCounts({ judges }) {
  const [first = {}, second = {}] = judges;
  const names = Object.keys(first);
  const agreed = names.filter((name) => first[name] === second[name]);
  const of = verdictNames.map((verdict) => ({
    verdict,
    each: judges.map((judge) => Object.values(judge).filter((given) => given === verdict).length),
    both: agreed.filter((name) => first[name] === verdict).length,
  }));
  return { photographs: names.length, agreed: agreed.length, of };
}

const words = {
  en: {
    sentence: (/** @type {number[]} */ [photographs, usable, recognisable, neither, agreed]) =>
      `Of the answers to ${photographs} photographs two judges (two runs of a language model) both called ${usable} usable, ${recognisable} recognisable and ${neither} neither; they agreed on ${agreed}.`,
    head: ['Answer', 'first judge', 'second judge', 'both'],
    usable: 'usable: its shape could stand for the thing',
    recognisable: 'recognisable: the thing can be told from others, the shape is wrong',
    neither: 'neither',
  },
  ja: {
    sentence: (/** @type {number[]} */ [photographs, usable, recognisable, neither, agreed]) =>
      `写真 ${photographs} 枚の答えのうち、画像を読む言語モデルによる 2 回の判定がそろったのは ${agreed} 枚：「使える」${usable}、「何かはわかる」${recognisable}、「どちらでもない」${neither}。`,
    head: ['答え', '1 回目', '2 回目', '2 回とも'],
    usable: '使える：その物の形として通用する',
    recognisable: '何かはわかる：ほかの物と見分けはつくが、形は違う',
    neither: 'どちらでもない',
  },
};

/**
 * One sentence, for the README.
 * @param {Verdicts} verdicts
 * @param {'en' | 'ja'} language
 */
export function verdictSentence(verdicts, language) {
  const { photographs, agreed, of } = verdictCounts(verdicts);
  return words[language].sentence([photographs, ...of.map(({ both }) => both), agreed]);
}

/**
 * @param {Verdicts} verdicts
 * @param {'en' | 'ja'} language
 */
export function verdictTable(verdicts, language) {
  const word = words[language];
  const rows = verdictCounts(verdicts).of.map(({ verdict, each, both }) => [word[verdict], ...each, both]);
  const lines = [word.head, ['---', '--:', '--:', '--:'], ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `${lines.join('\n')}\n\n${verdictSentence(verdicts, language)}`;
}
