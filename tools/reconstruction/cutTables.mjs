/** @typedef {import('./cutKit.ts').CutFigures} CutFigures */
/** @typedef {import('./cutKit.ts').Measured} Measured */

const words = {
  en: {
    counts: [
      ['Photographs', 'photographs'],
      ['Cut well without a hand', 'withoutHand'],
      ['Cut well without a hand, with a doubt said', 'offered'],
      ['Cut well with one box', 'withBox'],
      ['… of these, with a doubt said', 'withBoxDoubted'],
      ['Cut well in one of these ways', 'either'],
      ['Cut wrongly without a hand, and nothing said', 'wrongInSilence'],
      ['Cut wrongly with one box, with a doubt said', 'boxWrongDoubted'],
      ['Cut wrongly with one box, and nothing said', 'boxWrongInSilence'],
    ],
    head: ['Photograph', 'Without a hand', 'Said', 'One box', 'Said'],
    none: 'none',
  },
  ja: {
    counts: [
      ['写真', 'photographs'],
      ['何もしなくても、うまく切り抜けた', 'withoutHand'],
      ['何もしなくても、うまく切り抜けたが、疑いを伝えた', 'offered'],
      ['箱を 1 つ描けば、うまく切り抜けた', 'withBox'],
      ['そのうち、疑いを伝えた', 'withBoxDoubted'],
      ['そのどれかで、うまく切り抜けた', 'either'],
      ['何もしないとき、まちがって切り抜き、何も伝えなかった', 'wrongInSilence'],
      ['箱 1 つで、まちがって切り抜いたが、疑いを伝えた', 'boxWrongDoubted'],
      ['箱 1 つで、まちがって切り抜き、何も伝えなかった', 'boxWrongInSilence'],
    ],
    head: ['写真', '何もしない', '伝えたこと', '箱 1 つ', '伝えたこと'],
    none: 'なし',
  },
};

/**
 * The tables of the scene's guides: how many photographs were cut well, and each of them (intersection over union with the drawn mask).
 * @param {CutFigures} figures
 * @param {'en' | 'ja'} language
 */
export function cutTables({ counts, photographs, good }, language) {
  const { counts: rows, head, none } = words[language];
  /** @param {Measured | undefined} measured */
  const overlap = (measured) => {
    if (measured === undefined) return '–';
    const { iou } = measured;
    if (iou === null) return none;
    return iou >= good ? `**${iou.toFixed(2)}**` : iou.toFixed(2);
  };
  return [
    `| | |\n|---|--:|`,
    ...rows.map(([name, key]) => `| ${name} | ${counts[/** @type {keyof typeof counts} */ (key)]} |`),
    '',
    `| ${head.join(' | ')} |\n|---|--:|---|--:|---|`,
    ...Object.entries(photographs).map(
      ([name, { automatic, box }]) =>
        `| ${name} | ${overlap(automatic)} | ${automatic?.said.join(', ') ?? ''} | ${overlap(box)} | ${box?.said.join(', ') ?? ''} |`,
    ),
    '',
  ].join('\n');
}
