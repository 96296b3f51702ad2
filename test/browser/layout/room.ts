import type { Page } from 'playwright-core';

/**
 * Part (0…1) of the window's height that is picture: the stage itself, under no card, sheet, bar or button; a figure that is a part of the
 * stage (a plot) is picture, too. `rows`: of those that are picture but for a button's width; `columns`: how much of one is, in the middle
 * one of those that have any.
 */
export function pictureShares(page: Page): Promise<{ readonly rows: number; readonly columns: number }> {
  return page.evaluate(() => {
    const isPicture = (x: number, y: number) => {
      const top = document.elementFromPoint(x, y);
      if (!top?.closest('.stage')) return false;
      return top.closest('.plot, figure, canvas') !== null || !top.closest('.card, button, a');
    };
    // Some 100 rows: what is asked is a share to the hundredth, and each point costs a search through all of the page.
    const [across, every] = [20, Math.max(4, Math.floor(innerHeight / 100))];
    const down = Math.floor(innerHeight / every);
    const columns = new Array<number>(across).fill(0);
    let rows = 0;
    for (let j = 0; j < down; j++) {
      let seen = 0;
      for (let i = 0; i < across; i++) {
        if (!isPicture(((i + 0.5) / across) * innerWidth, (j + 0.5) * every)) continue;
        seen++;
        columns[i]!++;
      }
      if (seen >= 0.85 * across) rows++;
    }
    const some = columns.filter((count) => count > 0).sort((a, b) => a - b);
    return { rows: rows / down, columns: (some[some.length >> 1] ?? 0) / down };
  });
}

/** Titles, numbers and feet of panes that lie over what the pane shows: where, and of how many of the subject's points. null: no pane has a subject. */
export function coveredSubjects(page: Page): Promise<readonly string[] | null> {
  return page.evaluate(() => {
    interface Panes {
      camera(): { readonly world: readonly number[]; readonly projection: readonly number[] };
      outline?(): readonly number[];
    }
    const scene = window.koubai?.scene as unknown as Panes | undefined;
    const outline = scene?.outline?.();
    if (!scene || !outline || outline.length === 0) return null;
    const { world, projection } = scene.camera();
    const at = (m: readonly number[], row: number, column: number) => m[4 * column + row]!;
    const canvas = document.querySelector('canvas')!.getBoundingClientRect();
    // World → pixel of the shared picture: the camera's world matrix is a rotation and a place.
    const points = Array.from({ length: outline.length / 3 }, (_, i) => {
      const from = [0, 1, 2].map((k) => outline[3 * i + k]! - at(world, k, 3));
      const eye = [0, 1, 2].map((k) => from.reduce((sum, value, row) => sum + at(world, row, k) * value, 0));
      const [u, v, w] = [0, 1, 3].map(
        (row) => eye.reduce((sum, value, k) => sum + at(projection, row, k) * value, 0) + at(projection, row, 3),
      ) as [number, number, number];
      return [(u / w / 2) * canvas.width, (-v / w / 2) * canvas.height] as const;
    });
    return [...document.querySelectorAll<HTMLElement>('.pane')].flatMap((pane) => {
      const { left, top, width, height } = pane.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      return [...pane.querySelectorAll<HTMLElement>('.pane-head > *, .pane-foot > *')].flatMap((words) => {
        const box = words.getBoundingClientRect();
        const covered = points.filter(
          ([px, py]) => x + px > box.left && x + px < box.right && y + py > box.top && y + py < box.bottom,
        );
        const text = words.textContent.trim().slice(0, 24);
        return covered.length > 0 ? [`pane ${pane.dataset['pane']}: "${text}" over ${covered.length} points`] : [];
      });
    });
  });
}
