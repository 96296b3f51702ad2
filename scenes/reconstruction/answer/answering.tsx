import { Notice } from '../../../src/scene/parts/Notice.tsx';
import { useText } from '../../../src/ui/useText.ts';
import type { Fetching } from '../jobs/api.ts';
import { model, useOwn } from '../model.ts';

export interface Answering {
  /** A file that the answer waits for: what comes later (the bank) keeps nobody from looking. */
  readonly fetching: Fetching | null;
  /** Why the network's answer could not be had. */
  readonly failure: string | null;
  /** Why the look-up could not be had. */
  readonly lookupFailure: string | null;
}

/** How far the picture's answer has come. */
export function useAnswering(): Answering {
  const { value, problem } = model.useResult('picture');
  const fetching = useOwn((own) => own.fetching);
  const answered = value !== null && value.answer !== null;
  const message = problem?.message ?? null;
  return {
    fetching: answered || problem ? null : fetching,
    failure: answered ? null : message,
    lookupFailure: answered ? message : null,
  };
}

/** Over a view of another thing than the answer: how far the network's weights have come, or why there is none. */
export function AnswerNotice() {
  const t = useText();
  const { fetching, failure } = useAnswering();
  if (failure !== null) return <Notice failed text={t('rec.failed', { reason: failure })} />;
  return fetching && <Notice text={t('rec.fetching', { file: fetching.file })} part={fetching.part} />;
}
