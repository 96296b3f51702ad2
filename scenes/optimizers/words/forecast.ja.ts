/** 学習率の予報の言葉。 */
export const forecastJa = {
  'forecast.zones': '予報：η が {zones}では、出発点より高い所で終わる。',
  'forecast.patches': '予報：η が {zone}のところどころでは、出発点より高い所で終わる。',
  'forecast.zone': '{from} から {to} まで',
  'forecast.zone.open': '{from} 以上',
  'forecast.none': '予報：スライダーのどの η でも、出発点より低い所で終わる。',
  'forecast.within': '（出発点より高い所で終わるという予報）',
  'forecast.quality': '{runs} 通りで測ると、{recall} % を予見し、警告の {precision} % が的中。',
  'forecast.unmeasured': 'この更新則で予報がどれだけ当たるかは、測っていない。',
  'forecast.how':
    'はじめの 5 分の 1 の更新を試し、そこで出発点より高ければ、出会った勾配の直線に沿って先を進めてみる。当たり具合は、{steps} 回の更新を {runs} 通り（すべての曲面、任意の出発点、スライダーの任意の η、ほかは既定値）行って測った。うち {diverged} 通りが出発点より高く終わった。',
} as const;
