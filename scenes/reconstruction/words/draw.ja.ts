/** 描く部屋、リンクに入る絵、位置合わせへの橋渡し。 */
export const drawJa = {
  'rec.draw.title': '1 つのものを描く',
  'rec.draw.again': '続きを描く',
  'rec.draw.paper':
    '描く紙。矢印キーで十字が動き（Shift で大きく）、スペースでペンを下ろす・上げる。[ と ] で太さ、Ctrl+Z で元に戻す、Esc で戻る。',
  'rec.draw.tools': '道具',
  'rec.draw.pen': 'ペン',
  'rec.draw.pen.shape': '塗る',
  'rec.draw.pen.line': '線だけ',
  'rec.draw.pen.erase': '消しゴム',
  'rec.draw.pen.down': 'ペンを下ろした',
  'rec.draw.pen.up': 'ペンは上がっている',
  'rec.draw.breadth': '太さ',
  'rec.draw.answer': 'ネットワークの答え。左右の矢印キーで回る',
  'rec.draw.turned': '{degrees}°',
  'rec.draw.answer.none': '描くと、ここに答えが育つ。',
  'rec.draw.done': 'これで見る',
  'rec.draw.blank': '少し上から見た、1 つのものの輪郭を描こう。始まりに戻った線は、中まで塗られる。',
  'rec.draw.small': 'まだ小さくて何かわからない。もっと大きく描こう。',
  'rec.draw.thin': '細くて、64 × 64 画素では見えない。太いペンにするか、輪郭を閉じて塗ろう。',
  'rec.draw.full': '紙がほとんど塗りつぶされていて、ただの塊に見える。消しゴムで削るか、全部消して輪郭から描き直そう。',
  'rec.draw.pieces':
    '{count} つに分かれている。ネットワークはまとめて 1 つのものと見る。つなげるか、余分なところを消そう。',
  'rec.draw.intricate':
    '細かすぎてリンクに入らない（{letters} 文字、上限 {most}）。このページには残る。リンクにするには、線を減らすか、なめらかにしよう。',
  'rec.draw.follows': '答えは描くそばから変わる。手を止めると、回って裏側も見える。',
  'rec.draw.held': '手を止めている間は、鏡に映した絵にも尋ねた答えを重ね、点を倍にして回す。',
  'rec.draw.like': '輪郭がいちばん似ているのは、{shape}。',
  'rec.draw.failed': '答えが出せなかった（{reason}）。もう一筆描くと、やり直す。',
  'rec.draw.kept-here':
    'この絵は細かすぎてリンクに入らないので、このページにだけ残る。線を減らすか、なめらかにすると入る。',

  'rec.drawing.missing': 'このリンクには描いた絵が入っていない。代わりに例を見せている。',
  'rec.drawing.wrong.newer':
    'この絵は、ここより新しい版のページで描かれた。リンクを新しいタブで開き直す（手元で動かしている Koubai なら、先に更新する）か、描き直してほしい。',
  'rec.drawing.wrong.letter':
    '絵の {place} 文字目「{letter}」は、使えない文字（使えるのは A–Z、a–z、0–9、-、_）。リンク全体をコピーし直してほしい。',
  'rec.drawing.wrong.long': '絵が {letters} 文字ある（上限 {most}）。リンクだけをコピーしてほしい。',
  'rec.drawing.wrong.damaged':
    '絵の {letters} 文字は、壊れているか途中で切れている。リンク全体をコピーし直すか、描き直してほしい。',
  'rec.drawing.wrong.blank': '絵には何も見えない。1 つのものを大きく描いてほしい。',
  'rec.drawing.wrong.intricate': '絵が細かすぎる（{letters} 文字、上限 {most}）。線を減らしてほしい。',

  'rec.onward.kin': 'いちばん近い形に重ねる',
  'rec.onward.lookup': '検索の答えに重ねる',
  'rec.onward.what': '位置合わせの場面で、ネットワークの答えを {name} の点群に重ねる。「戻る」でここに帰る。',
  'rec.onward.failed': '重ねる相手の点群が用意できなかった（{reason}）。',
} as const satisfies Readonly<Record<string, string>>;
