/** Why a pose is not the only one: what fits as well, or better. */
export const elsewhereJa = {
  'verdict.shifted': '{shift} ずらしても同じくらいよく合う。',
  'verdict.shifted-along': '{axis} 方向に {shift} ずらしても同じくらいよく合う。',
  'verdict.turned': '{degrees}° 回しても同じくらいよく合う。',
  'verdict.turns-freely': 'ある軸のまわりなら、どう回しても同じくらいよく合う。',
  'verdict.slides-freely': 'ある方向なら、どこへずらしても同じくらいよく合う。',
  'verdict.fits-elsewhere': '{degrees}°、{shift} 離れた姿勢も同じくらいよく合う。',
  'verdict.mirrored': '鏡に映した形のほうがよく合う。',
  'verdict.scaled': '大きさを {factor} 倍にしたほうがよく合う。',
  'verdict.things-missing': '両方に写るはずの部分の {lacking} が片方にしかない。物が丸ごと欠けている。',
} as const;
