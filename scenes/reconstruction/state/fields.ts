import { categoryIds } from '../../../src/reconstruction/shapes/index.ts';
import { commonFields } from '../../../src/state/common.ts';
import { flag, numberField, oneOf, type Field, type Fields } from '../../../src/state/fields.ts';
import { reconstructionParams } from './defaults.ts';
import { galleryIds } from './galleryIds.ts';
import { moreFields } from './more.ts';
import { paneIds, threadIds, viewIds, type PaneId } from './types.ts';

/** More than any view's clock counts. */
const MAX_STEPS = 5000;

/** `network,lookup` in the order in which they stand. */
const panes: Field<readonly PaneId[]> = {
  name: 'panes',
  write: (value) => value.join(','),
  read: (text) => {
    const named = text.split(',');
    const known = paneIds.filter((id) => named.includes(id));
    return known.length > 0 && known.length === named.length ? known : undefined;
  },
};

/** Link key → field, in reading order. */
export const reconstructionFields: Fields = {
  pic: oneOf('picture', ['shape', 'own', ...galleryIds]),
  cat: oneOf('category', categoryIds),
  seed: numberField('seed', reconstructionParams.seed),
  view: oneOf('view', viewIds),
  panes,
  err: flag('errors'),
  th: oneOf('threads', threadIds),
  size: numberField('size', reconstructionParams.size),
  ...moreFields,
  ...commonFields(MAX_STEPS),
};
