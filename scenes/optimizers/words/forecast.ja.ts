/** 学習率の予報の言葉。 */
export const forecastJa = {
  'forecast.higher': '予報：η が {places}では、出発点より高く終わる。',
  'forecast.open': 'η が {places}では、どちらとも言えない。',
  'forecast.lower': '予報：スライダーのどの η でも、出発点より高くは終わらない。',
  'forecast.lower.open':
    '予報：η が {places}では、どちらとも言えない。スライダーのほかの η では、出発点より高くは終わらない。',
  'forecast.patches': '{zone}のところどころ',
  'forecast.zone': '{from} から {to} の間',
  'forecast.zone.open': '{from} からスライダーの端までの間',
  'forecast.within': '（出発点より高く終わるという予報）',
  'forecast.within.open': '（高く終わるかどうか、どちらとも言えない）',
  'forecast.typed.higher': 'スライダーの外の η = {rate} では（予報の実績なし）、出発点より高く終わる。',
  'forecast.typed.lower': 'スライダーの外の η = {rate} では（予報の実績なし）、出発点より高くは終わらない。',
  'forecast.typed.undecided': 'スライダーの外の η = {rate} では、どちらとも言えない。',
  'forecast.quality': '実績：{recall} % を予見、{open} % は保留、警告の {precision} % が的中。',
  'forecast.unmeasured': 'この更新則で予報がどれだけ当たるかは、測っていない。',
  'forecast.how':
    'はじめの 3 分の 1 の更新を試し、その後半が出発点より高いかどうかを見る。ずっと高ければ、出会った勾配の直線に沿って先を進め、高いままかを確かめる。{steps} 回の更新を {runs} 通り（すべての曲面、任意の出発点、スライダーの任意の η、ほかは既定値）試したところ、高く終わった {higher} 通りの {recall} % を予見し、{open} % では判断を保留し、警告の {precision} % が当たった。',
} as const;
