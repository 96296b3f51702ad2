/** Shows `value` as `koubai.<name>` in the page's console, for the tests and the curious, until the function that comes back is called. */
export function expose(name: string, value: unknown): () => void {
  const holder = window as unknown as { koubai?: Record<string, unknown> };
  const shown = (holder.koubai ??= {});
  shown[name] = value;
  return () => {
    if (shown[name] === value) shown[name] = undefined;
  };
}
