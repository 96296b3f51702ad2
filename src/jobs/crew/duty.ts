/**
 * One member's side of some work: set up once, then asked again and again, one question at a time. May answer with comlink's
 * `transfer(answer, buffers)`.
 */
export type Duty<Setup, Question, Answer> = (setup: Setup) => Promise<(question: Question) => Answer>;
