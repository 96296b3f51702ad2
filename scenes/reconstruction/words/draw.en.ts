import type { drawJa } from './draw.ja.ts';

/** The words of the drawing room, of drawings in links, and of the way to the registration scene. */
export const drawEn = {
  'rec.draw.title': 'Draw one thing',
  'rec.draw.again': 'Draw on',
  'rec.draw.paper':
    'The paper. Arrow keys move a cross (Shift: farther), Space puts the pen down or lifts it. [ and ] change the width, Ctrl+Z undoes, Escape goes back.',
  'rec.draw.tools': 'Tools',
  'rec.draw.pen': 'Pen',
  'rec.draw.pen.shape': 'Shape',
  'rec.draw.pen.line': 'Line',
  'rec.draw.pen.erase': 'Eraser',
  'rec.draw.pen.down': 'The pen is down',
  'rec.draw.pen.up': 'The pen is up',
  'rec.draw.breadth': 'Width',
  'rec.draw.answer': 'The network’s answer; left and right arrow keys turn it',
  'rec.draw.turned': '{degrees}°',
  'rec.draw.answer.none': 'The answer grows here as you draw.',
  'rec.draw.done': 'Look at it',
  'rec.draw.blank':
    'Draw the outline of one thing, seen from a little above. A line that comes back to its start is filled.',
  'rec.draw.small': 'Too small to be anything yet: draw on, larger.',
  'rec.draw.thin':
    'Too thin to be seen at 64 × 64 pixels: take a wider pen, or close the outline so that it is filled.',
  'rec.draw.full':
    'Nearly all of the paper is ink, so the network sees a block. Take some away with the eraser, or clear it and draw an outline.',
  'rec.draw.pieces':
    '{count} separate pieces. The network takes them for one thing: join them, or erase what does not belong to it.',
  'rec.draw.intricate':
    'Too intricate for a link ({letters} letters, {most} at most). It will stay on this page; with fewer or smoother lines it can travel.',
  'rec.draw.follows': 'The answer follows the pen. Hold still, and it turns to show its back.',
  'rec.draw.held':
    'Held still, it turns: the answer that asks the mirrored picture, too, is laid in, which makes twice as many points.',
  'rec.draw.like': 'By its outline it is most like {shape}.',
  'rec.draw.failed': 'There is no answer ({reason}). The next stroke tries again.',
  'rec.draw.kept-here':
    'This drawing is too intricate for a link, so it stays on this page alone. With fewer or smoother lines it can travel.',

  'rec.drawing.missing': 'This link holds no drawing; a sample is shown instead.',
  'rec.drawing.wrong.newer':
    'The drawing was made with a newer version of this page. Open the link again in a new tab (update Koubai first if it runs on your own machine), or draw it again.',
  'rec.drawing.wrong.letter':
    'Letter {place} of the drawing, “{letter}”, is none of A–Z, a–z, 0–9, - and _. Copy the whole link again.',
  'rec.drawing.wrong.long': 'The drawing has {letters} letters; at most {most} are read. Copy the link alone.',
  'rec.drawing.wrong.damaged':
    'The drawing’s {letters} letters are damaged or cut off. Copy the whole link again, or draw anew.',
  'rec.drawing.wrong.blank': 'The drawing shows nothing. Draw one thing, larger.',
  'rec.drawing.wrong.intricate': 'The drawing is too intricate ({letters} letters, {most} at most). Draw fewer lines.',

  'rec.onward.kin': 'Lay it over its nearest kin',
  'rec.onward.lookup': 'Lay it over the look-up',
  'rec.onward.what':
    'In the registration scene, lays the network’s answer over the points of {name}. Back returns here.',
  'rec.onward.failed': 'The points to lay it over could not be had ({reason}).',
} as const satisfies Readonly<Record<keyof typeof drawJa, string>>;
