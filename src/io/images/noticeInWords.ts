import type { ImageNotice, ImageNoticeId } from './types.ts';

type Values = ImageNotice['values'];

const sentences = {
  animated: () => 'the picture is animated: its first frame is used',
  'scaled-down': (v) => `the picture of ${v.width} × ${v.height} pixels is scaled down to ${v.toWidth} × ${v.toHeight}`,
} satisfies Record<ImageNoticeId, (values: Values) => string>;

/** One line of English, for the command line. */
export function noticeInWords({ id, values }: ImageNotice): string {
  const sentence: (values: Values) => string = sentences[id];
  return sentence(values);
}
