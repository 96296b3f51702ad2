/** Why a cut may be wrong, with its figures; the page's words are rec.input.doubt.… */
export type DoubtId =
  | 'busy-border' // busy: % of the border that has the colour of no background
  | 'restless-border' // spread: levels
  | 'two-minds' // agreement: % that two ways of cutting have in common
  | 'guessed' // the box was guessed
  | 'stump' // filled: % of the box that it fills
  | 'alike' // alike: % that its colours and those around it have in common
  | 'many' // parts: things of like size
  | 'whole' // covered: % of the picture
  | 'frame' // framed: % of the picture's frame that it touches
  | 'shadow' // shaded: % of it that looks like the background in a shadow
  | 'blurred' // it has no sharp outline
  | 'inverted';

/** What is no doubt about the cut, and yet to be said. */
export type RemarkId =
  | 'bars' // top, bottom, left, right: pixels of bars that were left out
  | 'cut-off' // the picture's frame cuts the thing off
  | 'small'; // pixels: its longest edge

export interface Said<Id> {
  readonly id: Id;
  readonly values: Readonly<Record<string, number>>;
}
export type Doubt = Said<DoubtId>;
export type Remark = Said<RemarkId>;
