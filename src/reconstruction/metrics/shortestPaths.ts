/**
 * The linear assignment problem by shortest augmenting paths: Jonker & Volgenant 1987, "A shortest augmenting path algorithm for dense and sparse linear
 * assignment problems", Computing 38. Two sweeps of augmenting row reduction match most rows cheaply; Dijkstra over reduced costs augments for each of
 * the rest. Exact from any prices of the columns, O(n³) at worst; from those of an auction little is left to do (their column reduction in its place
 * took up to a hundred times as long where all of one cloud is far from all of the other).
 */
export function assignExactly(
  /** n × n, row by row, finite; n > 1. */
  costs: Float64Array,
  n: number,
  /** n: what a column's costs are lowered by. Written to. */
  prices: Float64Array,
  /** Before each of the last, slow rows, and at the end. What it throws ends the work. */
  onProgress?: (part: number) => void,
): Int32Array<ArrayBuffer> {
  const columnOf = new Int32Array(n).fill(-1);
  const rowOf = new Int32Array(n).fill(-1);
  let free: readonly number[] = [...columnOf.keys()];
  for (let sweep = 0; sweep < 2; sweep++) free = reduceRows(costs, n, prices, columnOf, rowOf, free);
  const search = createSearch(costs, n, prices, rowOf);
  free.forEach((row, done) => {
    onProgress?.(done / free.length);
    augment(row, search(row), search.previous, columnOf, rowOf);
  });
  onProgress?.(1);
  return columnOf;
}

/**
 * Each free row takes its cheapest column and lowers that column's price until its second choice is as good; whoever had it is free. Which
 * rows are left. Rounding may lower a price by next to nothing, again and again: the number of turns is bounded, and the search takes the rest.
 */
function reduceRows(
  costs: Float64Array,
  n: number,
  prices: Float64Array,
  columnOf: Int32Array,
  rowOf: Int32Array,
  free: readonly number[],
): number[] {
  const waiting = [...free].reverse();
  const left: number[] = [];
  for (let turn = 0; waiting.length > 0; turn++) {
    const row = waiting.pop()!;
    if (turn > 20 * n) {
      left.push(row);
      continue;
    }
    let first = 0;
    let second = 0;
    let least = Infinity;
    let next = Infinity;
    for (let j = 0, at = row * n; j < n; j++, at++) {
      const reduced = costs[at]! - prices[j]!;
      if (reduced >= next) continue;
      if (reduced < least) {
        next = least;
        second = first;
        least = reduced;
        first = j;
      } else {
        next = reduced;
        second = j;
      }
    }
    const price = prices[first]! - (next - least);
    const lowers = price < prices[first]!;
    if (lowers) prices[first] = price;
    else if (rowOf[first]! >= 0) first = second;
    const before = rowOf[first]!;
    columnOf[row] = first;
    rowOf[first] = row;
    if (before < 0) continue;
    columnOf[before] = -1;
    if (lowers) waiting.push(before);
    else left.push(before);
  }
  return left;
}

interface Search {
  /** The free column at the end of the shortest path from a free row, prices brought up to date. */
  (row: number): number;
  /** n: the row from which the path came to a column. */
  readonly previous: Int32Array;
}

/** Dijkstra. `order` holds the columns done with (before `low`), those at the least distance (before `high`) and the rest. */
function createSearch(costs: Float64Array, n: number, prices: Float64Array, rowOf: Int32Array): Search {
  const distance = new Float64Array(n);
  const previous = new Int32Array(n);
  const order = new Int32Array(n);
  const search = (start: number): number => {
    for (let j = 0; j < n; j++) {
      distance[j] = costs[start * n + j]! - prices[j]!;
      previous[j] = start;
      order[j] = j;
    }
    let low = 0;
    let high = 0;
    let settled = 0;
    let least = 0;
    for (;;) {
      if (low === high) {
        settled = low;
        least = distance[order[high++]!]!;
        for (let k = high; k < n; k++) {
          const j = order[k]!;
          if (distance[j]! > least) continue;
          if (distance[j]! < least) {
            high = low;
            least = distance[j]!;
          }
          order[k] = order[high]!;
          order[high++] = j;
        }
      }
      const column = order[low]!;
      const row = rowOf[column]!;
      if (row < 0) {
        for (let k = 0; k < settled; k++) prices[order[k]!]! += distance[order[k]!]! - least;
        return column;
      }
      low++;
      const detour = least - (costs[row * n + column]! - prices[column]!);
      for (let k = high; k < n; k++) {
        const j = order[k]!;
        const through = costs[row * n + j]! - prices[j]! + detour;
        if (through >= distance[j]!) continue;
        distance[j] = through;
        previous[j] = row;
        // Rounding may bring it below the least there is: it is as near.
        if (through > least) continue;
        order[k] = order[high]!;
        order[high++] = j;
      }
    }
  };
  return Object.assign(search, { previous });
}

/** Along the path each row gives its column to the row before it. */
function augment(start: number, end: number, previous: Int32Array, columnOf: Int32Array, rowOf: Int32Array): void {
  for (let column = end, row = -1; row !== start;) {
    row = previous[column]!;
    rowOf[column] = row;
    const freed = columnOf[row]!;
    columnOf[row] = column;
    column = freed;
  }
}
