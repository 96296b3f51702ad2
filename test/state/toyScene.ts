import { commonFields, resolveCommon, withoutDefaults } from '../../src/state/common.ts';
import type { CommonOverrides, CommonState } from '../../src/state/common.ts';
import { flag, numberField } from '../../src/state/fields.ts';
import type { SceneRules } from '../../src/state/link.ts';

interface ToyOverrides extends CommonOverrides {
  readonly size?: number | undefined;
  readonly lid?: boolean | undefined;
  readonly tags?: readonly string[] | undefined;
}

interface ToyState extends CommonState {
  readonly size: number;
  readonly lid: boolean;
  readonly tags: readonly string[];
}

const size = { default: 3, min: 1, max: 9, scale: 'linear', accepts: { min: 1, max: 9 } } as const;

const resolve = (overrides: ToyOverrides): ToyState => ({
  ...resolveCommon(overrides),
  steps: null,
  size: overrides.size ?? size.default,
  lid: overrides.lid ?? true,
  tags: overrides.tags ?? [],
});

/** A scene that is none of the app's: what the frame promises to any of them. A lid is only for boxes larger than 1. */
export const toyRules: SceneRules<ToyOverrides, ToyState> = {
  id: 'toy',
  normalise: (overrides) => withoutDefaults(overrides, resolve({})),
  resolve,
  fields: (context) => ({
    size: numberField('size', size),
    lid: context.size === 1 ? { ...flag('lid'), read: () => undefined } : flag('lid'),
    ...commonFields(50),
  }),
  extra: {
    key: 'tags',
    write: ({ tags }) => tags?.join(','),
    read: (text) => {
      const parts = text.split(',');
      const fits = (tag: string) => /^[a-z]+$/.test(tag);
      return { overrides: { tags: parts.filter(fits) }, junk: parts.filter((tag) => !fits(tag)) };
    },
  },
};
