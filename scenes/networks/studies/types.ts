/** Lines over one axis, as a study draws them. */
export interface StudyPlot {
  readonly x: readonly number[];
  readonly lines: readonly { readonly id: string; readonly y: readonly number[] }[];
  readonly logX: boolean;
  readonly logY: boolean;
}

/** What an experiment of a card found: the numbers that its words say, and the picture of them. */
export interface Study {
  readonly values: Readonly<Record<string, number>>;
  readonly plot: StudyPlot;
}
