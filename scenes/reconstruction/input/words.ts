import type { TextKey } from '../../../src/i18n/index.ts';
import type { Doubt, Remark } from '../../../src/reconstruction/cutout/said.ts';
import type { ImageNotice } from '../../../src/io/images/types.ts';
import type { Words } from '../../../src/ui/useText.ts';
import { doubtsNow, remarksNow, type Refusal, type Work } from './work.ts';

/** Details are numbers or words of the file: numbers are written as the language writes them. */
const valuesOf = (t: Words, detail: Readonly<Record<string, string | number>>) =>
  Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [name, typeof value === 'number' ? t.number(value, 9) : value]),
  );

/** What is wrong, and what to do. */
export function refusalInWords(t: Words, { of, code, detail }: Refusal): string {
  const values = valuesOf(t, detail);
  const [what, remedy] = ['error', 'remedy'].map((part) => t(`rec.input.${part}.${of}.${code}` as TextKey, values));
  // Japanese sentences follow one another without a space.
  return [what, remedy].join(t.language === 'ja' ? '' : ' ');
}

function noticeInWords(t: Words, { id, values }: ImageNotice): string {
  return t(`rec.input.notice.${id}`, valuesOf(t, values));
}

/** Why a cut may be wrong: a sentence. */
export const doubtInWords = (t: Words, { id, values }: Doubt): string =>
  t(`rec.input.doubt.${id === 'many' && values.parts === 1 ? 'shreds' : id}`, valuesOf(t, values));

const remarkInWords = (t: Words, { id, values }: Remark): string => t(`rec.input.remark.${id}`, valuesOf(t, values));

/** What reading a picture had to do, and what there is to say about how it is cut off. */
export const remarksInWords = (t: Words, work: Work): string[] => [
  ...work.notices.map((notice) => noticeInWords(t, notice)),
  ...remarksNow(work).map((remark) => remarkInWords(t, remark)),
];

/** The same, and why the cut may be wrong where nobody has corrected it. */
export const aboutCut = (t: Words, work: Work): string[] => [
  ...doubtsNow(work).map((doubt) => doubtInWords(t, doubt)),
  ...remarksInWords(t, work),
];
