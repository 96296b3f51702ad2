/** Remembers the last `limit` results by key; the longest unused goes first. */
export function createMemo<T>(limit: number): (key: string, compute: () => T) => T {
  const known = new Map<string, T>();
  return (key, compute) => {
    const value = known.has(key) ? (known.get(key) as T) : compute();
    known.delete(key);
    known.set(key, value); // a Map keeps the order of insertion
    for (const oldest of known.keys()) {
      if (known.size <= limit) break;
      known.delete(oldest);
    }
    return value;
  };
}
