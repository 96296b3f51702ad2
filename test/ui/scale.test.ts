import { expect, test } from 'vitest';
import { ruleOf } from '../../src/optimizers/index.ts';
import type { ParamSpec } from '../../src/params/spec.ts';
import { sceneParams } from '../../scenes/optimizers/state/limits.ts';
import { movedTo, positionOf } from '../../src/ui/controls/scale.ts';

const specs: Readonly<Record<string, ParamSpec>> = {
  ...sceneParams,
  ...ruleOf('adamw', 'torch').params,
  'the bowl’s lr': { ...ruleOf('sgd', 'book').params['lr']!, default: 0.95 },
};

test.each(Object.entries(specs))(
  '%s: by arrow keys every press moves, from the default to both ends and back',
  (_, spec) => {
    const press = (value: number, direction: 1 | -1) =>
      movedTo(spec, value, Math.round(positionOf(spec, value)) + direction);
    for (const direction of [1, -1] as const) {
      const end = direction > 0 ? spec.max : spec.min;
      let value = spec.default;
      for (let presses = 0; value !== end; presses++) {
        const next = press(value, direction);
        expect(Math.sign(next - value)).toBe(direction);
        value = next;
        expect(presses).toBeLessThan(2001);
      }
      const passed = new Set<number>();
      while (value !== (direction > 0 ? spec.min : spec.max))
        passed.add((value = press(value, direction > 0 ? -1 : 1)));
      expect(passed).toContain(spec.default);
    }
  },
);
