/** Remembers the last results by the identity of their spec: same spec, same result. The oldest unused goes first. */
export function createCache<S, R>(compute: (spec: S) => R, capacity: number): (spec: S) => R {
  const known = new Map<string, R>();
  return (spec) => {
    const key = JSON.stringify(spec);
    let result = known.get(key);
    if (result === undefined) result = compute(spec);
    else known.delete(key);
    known.set(key, result);
    if (known.size > capacity) known.delete(known.keys().next().value as string);
    return result;
  };
}
