/** Truth and verdict, apart. */
export const verdictJa = {
  'reg.say.right': '{right}は正しい位置に重なった。',
  'reg.say.rested': 'ずれたまま止まったもの：{each}。',
  'reg.say.unrested': '止まらないまま反復が尽きたもの：{each}。',
  'reg.say.off': '{method}（ずれ {error}）',
  'reg.say.then': '、',
  'reg.say.way': '{method}（{way}）',
  'reg.within': '距離',
  'reg.within.value': '{limit} 以内',
  'reg.within.what': 'RMSE と対応率は、target からこの距離以内にある source の点で数える。どの手法も同じ。',
  'reg.truth.right': '真値では正解',
  'reg.truth.wrong': '真値では誤り',
  'reg.truth.off': 'ずれ {error}（正解は {limit} 未満）。',
  'reg.blindly': '真値を見ない判定：',
  'reg.tally':
    '真値を見ない判定は、{judged} 件のうち {agrees} 件で真値と一致し、{differs} 件で外れ、{open} 件で答えを保留した。',
  'reg.tally.session': 'ここまで見た {judged} 件では、一致 {agrees} 件、外れ {differs} 件、保留 {open} 件。',
  'reg.table.truth': '真値',
  'reg.table.verdict': '真値を見ない判定',
} as const;
