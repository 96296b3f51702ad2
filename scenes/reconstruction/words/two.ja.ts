/** Words of two things side by side, in the view `kin`. */
export const twoJa = {
  'rec.two': '2 つを比べる',
  'rec.two.hold': 'この画像を置いておく',
  'rec.two.hold.what':
    'いまの画像を置いておき、次に選んだ画像と比べる。リンクにも入る（自分の画像だけは、このページの中にとどまる）。',
  'rec.two.waiting': '置いた形の答えを求めている。',
  'rec.two.next': '置いた。もう 1 つ、地図から選ぶか、画像を落とす。',
  'rec.two.away': '片づける',
  'rec.two.held': '置いた形',
  'rec.two.now': 'いまの形',
  'rec.two.own': '自分の画像',
  'rec.two.drawing': '描いた絵',
  'rec.two.feature': '特徴では',
  'rec.two.feature.value': '地図の形の {percent} % より近い',
  'rec.two.space': '空間では',
  'rec.two.space.value': '点の {percent} % が重なる',
  'rec.two.space.what':
    'それぞれの答えの点のうち、もう片方の答えから、いちばん長い辺の {within} % 以内にあるものの割合。見える向きのまま重ねる。',
  'rec.two.picture': '2 つの答えを重ねた点群。正面と、右に回したところ',
  'rec.two.both': '重なるところ',
  'rec.two.say.kin':
    '途中の層では近いが、空間で重なるのは一部だけ。向きが違うか、別のものでも代わりになるか、そういう近さ。',
  'rec.two.say.same': '途中の層でも、空間でも近い。',
  'rec.two.say.between': '途中の層では、近いとも遠いとも言えない。',
  'rec.two.say.shape': '空間では重なるが、途中の層は別のものと見ている。',
  'rec.two.say.apart': '途中の層でも、空間でも離れている。',
  'rec.probe.feature':
    '測ってみた。学習に使っていない {things} 点で、種類の違うものから近い {nearest} つを選ぶ。使い道が同じものの割合は、特徴で {feature} %、Chamfer で {chamfer} %（でたらめに選べば {chance} %）。使い道は途中の層のほうがよく知っている。',
  'rec.probe.even':
    '測ってみた。学習に使っていない {things} 点で、種類の違うものから近い {nearest} つを選ぶ。使い道が同じものの割合は、特徴で {feature} %、Chamfer で {chamfer} %（でたらめに選べば {chance} %）。どちらがよいとは言えない。',
  'rec.probe.chamfer':
    '測ってみた。学習に使っていない {things} 点で、種類の違うものから近い {nearest} つを選ぶ。使い道が同じものの割合は、特徴で {feature} %、Chamfer で {chamfer} %（でたらめに選べば {chance} %）。使い道は点群の距離のほうがよく当てる。',
} as const satisfies Readonly<Record<string, string>>;
