import { isAnyOptimizerId, optimizerOf } from '../../../src/optimizers/index.ts';
import { HUES, type Ink } from '../../../src/state/ink.ts';

/**
 * Inks of the enabled optimizers. Each asks for the hue of its own file, else of its place in the registry, so that it keeps its
 * colour whatever else is switched on; when two ask for the same, the later takes the next free one. Shapes follow the hue: two never agree in either.
 */
export function assignInks(registry: readonly string[], enabled: readonly string[]): ReadonlyMap<string, Ink> {
  const inks = new Map<string, Ink>();
  const taken = new Set<number>();
  const inOrder = [...enabled].sort((a, b) => registry.indexOf(a) - registry.indexOf(b));
  const own = (id: string) => (isAnyOptimizerId(id) ? optimizerOf(id).hue : undefined);
  // The six of the book first: theirs are fixed.
  for (const id of inOrder.sort((a, b) => Number(own(b) !== undefined) - Number(own(a) !== undefined))) {
    let hue = own(id) ?? registry.indexOf(id) % HUES;
    for (let tries = 0; taken.has(hue) && tries < HUES; tries++) hue = (hue + 1) % HUES;
    taken.add(hue);
    inks.set(id, { hue, shape: hue });
  }
  return inks;
}
