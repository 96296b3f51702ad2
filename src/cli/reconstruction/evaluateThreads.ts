import { isMainThread, parentPort, Worker as Thread, workerData } from 'node:worker_threads';
import {
  createEvaluator,
  type CaseFigures,
  type EvaluateSpec,
  type Question,
} from '../../reconstruction/evaluation/evaluator.ts';
import { lookUpIn } from '../../reconstruction/retrieval/lookUp.ts';
import { nameOf } from '../../reconstruction/seeds.ts';
import { trainedFrom } from '../../reconstruction/network/trained.ts';
import { CutoutError } from '../../reconstruction/cutout/refusals.ts';
import { AssetError } from '../../reconstruction/network/weights.ts';
import type { Stop } from '../../registration/types.ts';
import { reconstructionSimd } from '../../jobs/reconstructionSimd.ts';
import { abortError } from '../../jobs/newestWins.ts';
import { Refusal } from '../refusal.ts';
import { trainedFiles } from './trainedFiles.ts';

/** What tells a thread that it was started to evaluate. */
const MEMBER = 'koubai-evaluate';

/** What a thread answers: an error would lose its class on the way, so what is to be said in one line goes as text. */
type Reply = { readonly figures: CaseFigures } | { readonly refused: string };

interface Setup {
  readonly member: typeof MEMBER;
  readonly spec: EvaluateSpec;
}

/** An evaluator of this thread's own, with the repository's trained files. */
export const openEvaluator = (spec: EvaluateSpec): ((question: Question) => CaseFigures) =>
  createEvaluator(trainedFrom(trainedFiles, reconstructionSimd), lookUpIn(trainedFiles.bank()), spec);

export interface SpreadOptions {
  readonly threads: number;
  readonly stop: Stop;
  readonly onAnswer: (done: number) => void;
}

/**
 * Every question's answer, in the questions' order, the same on any number of threads; each question goes to whichever is free.
 * Rejects with what a thread threw (a Refusal that names the sample where its picture cannot be looked up), or with an AbortError when stopped.
 */
export async function evaluateAll(
  spec: EvaluateSpec,
  questions: readonly Question[],
  { threads, stop, onAnswer }: SpreadOptions,
): Promise<CaseFigures[]> {
  const answers = new Array<CaseFigures>(questions.length);
  let next = 0;
  let done = 0;
  const size = Math.min(threads, questions.length);
  // Built JavaScript that holds this very module: main.ts does nothing in a thread.
  const members = Array.from({ length: size }, () => new Thread(new URL(import.meta.url), { workerData: { member: MEMBER, spec } satisfies Setup })); // prettier-ignore
  try {
    await Promise.all(
      members.map(async (member) => {
        while (next < questions.length) {
          if (stop.aborted) throw abortError('stopped');
          const index = next++;
          answers[index] = await ask(member, questions[index]!);
          onAnswer(++done);
        }
      }),
    );
  } finally {
    await Promise.all(members.map((member) => member.terminate()));
  }
  return answers;
}

function ask(member: Thread, question: Question): Promise<CaseFigures> {
  return new Promise((resolve, reject) => {
    const end = () => member.off('message', answer).off('error', fail).off('exit', exit);
    const answer = (reply: Reply) => {
      end();
      if ('figures' in reply) resolve(reply.figures);
      else reject(new Refusal(reply.refused));
    };
    const fail = (error: unknown) => {
      end();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const exit = () => fail(new Error('a thread ended without an answer'));
    member.on('message', answer).on('error', fail).on('exit', exit);
    member.postMessage(question);
  });
}

const questionName = (question: Question): string => ('truth' in question ? question.name : nameOf(question));

if (!isMainThread && (workerData as Partial<Setup> | null)?.member === MEMBER && parentPort) {
  const port = parentPort;
  let evaluate: ((question: Question) => CaseFigures) | null = null;
  port.on('message', (question: Question) => {
    port.postMessage(replyTo(question));
  });
  const replyTo = (question: Question): Reply => {
    try {
      evaluate ??= openEvaluator((workerData as Setup).spec);
      return { figures: evaluate(question) };
    } catch (error) {
      if (error instanceof CutoutError) return { refused: `${questionName(question)}: ${error.message}` };
      if (error instanceof AssetError || error instanceof Refusal) return { refused: error.message };
      throw error;
    }
  };
}
