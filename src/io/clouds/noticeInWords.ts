import type { Notice, NoticeId } from './types.ts';

type Values = Notice['values'];

const sentences = {
  'not-finite': (v) => `${v.dropped} of ${v.rows} points have no finite coordinates and are left out`,
  'mostly-not-finite': (v) =>
    `more than half of the points (${v.dropped} of ${v.rows}) have no finite coordinates and are left out`,
  recentred: (v) =>
    `the coordinates are large: (${v.x}, ${v.y}, ${v.z}) is subtracted while working and added again on export`,
  coarse: (v) => `the coordinates were saved as float32 in steps of ${v.step}: save them as double`,
  extension: (v) => `the name says ${v.said}, the content is ${v.is}`,
  'fields-skipped': (v) => `lists are not kept: ${v.names}`,
  comments: (v) => `${v.lines} comment line(s) amid the points are left out`,
  'wide-integers': (v) => `64-bit integers in ${v.name} are rounded to 53 bits`,
  'normals-unusable': (v) => `the normals are not used: ${v.bad} of ${v.rows} are not of unit length`,
  'faces-dropped': (v) => `${v.faces} triangle(s) with a corner that is not finite are left out`,
} satisfies Record<NoticeId, (values: Values) => string>;

/** One line of English, for the command line. */
export function noticeInWords({ id, values }: Notice): string {
  const sentence: (values: Values) => string = sentences[id];
  return sentence(values);
}
