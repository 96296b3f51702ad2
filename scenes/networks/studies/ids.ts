/** Experiments that a card asks for, by its id; those of the run's own net follow it. */
export const studyOf = {
  'net-wide': { study: 'wide', ofRun: false },
  'net-wall': { study: 'wall', ofRun: false },
  'net-noise': { study: 'noise', ofRun: true },
  'net-accuracy': { study: 'accuracy', ofRun: true },
  'net-newton': { study: 'newton', ofRun: false },
  'net-backprop': { study: 'backprop', ofRun: true },
} as const;

export type StudyId = (typeof studyOf)[keyof typeof studyOf]['study'];

export const studyFor = (card: string | null) =>
  card !== null && card in studyOf ? studyOf[card as keyof typeof studyOf] : null;
