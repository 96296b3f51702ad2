/**
 * Moves positions along a line apart until neighbours are `gap` apart and all lie in [low, high] (where they fit), each as
 * near to its wish as the others allow: overlapping neighbours merge into blocks that rest at their mean wish.
 */
export function spread(wishes: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wishes.map((_, index) => index).sort((a, b) => (wishes[a] as number) - (wishes[b] as number) || a - b);
  const blocks: { indices: number[]; start: number }[] = [];
  const place = (indices: number[]) => {
    const mean = indices.reduce((sum, index, k) => sum + (wishes[index] as number) - k * gap, 0) / indices.length;
    const start = Math.max(Math.min(mean, high - (indices.length - 1) * gap), low);
    return { indices, start };
  };
  for (const index of order) {
    let block = place([index]);
    for (let before = blocks.at(-1); before; before = blocks.at(-1)) {
      if (before.start + before.indices.length * gap <= block.start + 1e-9) break;
      blocks.pop();
      block = place([...before.indices, ...block.indices]);
    }
    blocks.push(block);
  }
  const placed = new Array<number>(wishes.length).fill(0);
  for (const { indices, start } of blocks) indices.forEach((index, k) => (placed[index] = start + k * gap));
  return placed;
}
