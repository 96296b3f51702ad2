/** 学習率の予報の言葉。 */
export const forecastJa = {
  'forecast.higher': '予報：η が {places}では、出発点より高い所で終わる。',
  'forecast.open': 'η が {places}では、どちらとも言えない。',
  'forecast.lower': '予報：どの η でも、出発点より高い所では終わらない。',
  'forecast.lower.open': '予報：η が {places}では、どちらとも言えない。ほかでは、出発点より高い所では終わらない。',
  'forecast.patches': '{zone}のところどころ',
  'forecast.zone': '{from} から {to} の間',
  'forecast.zone.open': '{from} 以上',
  'forecast.within': '（出発点より高い所で終わるという予報）',
  'forecast.within.open': '（高く終わるかどうか、どちらとも言えない）',
  'forecast.quality':
    '{runs} 通りで測ると、高く終わった実行の {recall} % を予見し、{open} % では判断を控え、警告の {precision} % が的中した。',
  'forecast.unmeasured': 'この更新則で予報がどれだけ当たるかは、測っていない。',
  'forecast.how':
    'はじめの 3 分の 1 の更新を試し、その後半が出発点より高いかどうかを見る。ずっと高ければ、出会った勾配の直線に沿って先を進め、高いままかを確かめる。当たり具合は、{steps} 回の更新を {runs} 通り（すべての曲面、任意の出発点、スライダーの任意の η、ほかは既定値）行って測った。うち {higher} 通りが出発点より高く終わった。',
} as const;
