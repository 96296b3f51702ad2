import type { Page } from 'playwright-core';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Named {
  readonly name: string;
  readonly box: Box;
}

/** The boxes of all panels and of all labels in sight, in CSS pixels of the window. */
export function boxesOf(page: Page): Promise<{ readonly panels: readonly Named[]; readonly labels: readonly Named[] }> {
  return page.evaluate(() => {
    /** What is seen of it: in a sheet that scrolls, as much as the sheet shows. */
    const seen = (element: HTMLElement): Box => {
      const box = element.getBoundingClientRect();
      const room = element.parentElement;
      const scrolls = room !== null && getComputedStyle(room).overflowY !== 'visible';
      const sheet = scrolls ? room.getBoundingClientRect() : box;
      const [top, bottom] = [Math.max(box.top, sheet.top), Math.min(box.bottom, sheet.bottom)];
      return { left: box.left, right: box.right, top, bottom };
    };
    const named = (selector: string, name: (element: HTMLElement) => string) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .map((element) => ({ name: name(element), box: seen(element) }))
        .filter(({ box }) => box.right > box.left && box.bottom > box.top);
    return {
      panels: named('[data-panel]', ({ dataset }) => dataset['panel'] ?? ''),
      labels: named('.labels > span[data-label]:not([hidden])', (e) => `${e.dataset['label']} "${e.textContent}"`),
    };
  });
}

/** Overlap by more than half a pixel: edges may share a line. */
export const meets = (a: Box, b: Box): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;

interface Place {
  readonly what: string;
  readonly x: number;
  readonly y: number;
}

/** What is drawn, projected by this file's own arithmetic: no line of three's or of the page's. CSS pixels. */
export interface Picture {
  /** Iterates, points every few pixels along the steps, both on the surface and on the plan; heads. */
  readonly paths: readonly Place[];
  /** Points all over the surface below the cut and over the plan. */
  readonly subject: readonly Place[];
}

/** The bowl as it opens. */
const f = (x: number, y: number) => (x * x) / 20 + y * y;

/** Where points of the bowl stand in the window, as the page looks at them now. */
export async function projector(page: Page) {
  const read = await page.evaluate(() => {
    const scene = window.koubai!.scene!;
    const canvas = document.querySelector('canvas')!.getBoundingClientRect().toJSON() as Box;
    return { camera: scene.camera(), display: scene.display(), canvas };
  });
  const { camera, display, canvas } = read;
  const { world, projection } = camera;
  const at = (m: readonly number[], row: number, column: number) => m[4 * column + row]!;
  /** World → pixel: the camera's world matrix is a rotation and a place, so its inverse is the transpose once the place is taken off. */
  const project = (x: number, y: number, height: number, what: string): Place => {
    const point = [(x - display.centreX) * display.scale, height, (display.centreY - y) * display.scale];
    const from = point.map((value, k) => value - at(world, k, 3));
    const eye = [0, 1, 2].map((k) => from.reduce((sum, value, row) => sum + at(world, row, k) * value, 0));
    const clip = [0, 1, 3].map(
      (row) => eye.reduce((sum, value, k) => sum + at(projection, row, k) * value, 0) + at(projection, row, 3),
    );
    const [u, v, w] = clip as [number, number, number];
    const [width, tall] = [canvas.right - canvas.left, canvas.bottom - canvas.top];
    return { what, x: canvas.left + (0.5 + u / w / 2) * width, y: canvas.top + (0.5 - v / w / 2) * tall };
  };
  const heightOf = (value: number) =>
    (display.height * (value - display.lowest)) / (display.reference - display.lowest);
  return {
    onSurface: (x: number, y: number, what = '') => project(x, y, heightOf(f(x, y)), what),
    onPlan: (x: number, y: number, what = '') => project(x, y, display.floor, what),
  };
}

export async function pictureOf(page: Page): Promise<Picture> {
  const { onSurface, onPlan } = await projector(page);
  const read = await page.evaluate(() => {
    const scene = window.koubai!.scene!;
    const runs = scene.runs().map(({ id }) => ({ id, dots: scene.dots(id) }));
    return { rect: scene.rect(), cut: scene.cut(), row: scene.row(), runs };
  });

  const paths = read.runs.flatMap(({ id, dots }) => {
    const places: Place[] = [];
    const row = (i: number) => [dots[4 * i]!, dots[4 * i + 1]!] as const;
    const last = Math.min(Math.floor(read.row), dots.length / 4 - 1);
    for (let i = 0; i <= last; i++) {
      const [ax, ay] = row(Math.max(i - 1, 0));
      const [bx, by] = row(i);
      const parts = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / 0.1));
      for (let k = 1; k <= parts; k++) {
        const [x, y] = [ax + ((bx - ax) * k) / parts, ay + ((by - ay) * k) / parts];
        if (f(x, y) <= read.cut) places.push(onSurface(x, y, `${id}'s path at step ${i}`));
        places.push(onPlan(x, y, `${id}'s shadow at step ${i}`));
      }
    }
    const [x, y] = row(last);
    const head = onSurface(x, y, `${id}'s head`);
    // A head is a mark of some 14 px.
    const around = Array.from({ length: 8 }, (_, k) => (k * Math.PI) / 4);
    return [...places, ...around.map((a) => ({ ...head, x: head.x + 6 * Math.cos(a), y: head.y + 6 * Math.sin(a) }))];
  });

  const subject: Place[] = [];
  const [x0, x1, y0, y1] = read.rect;
  for (let i = 0; i <= 60; i++) {
    for (let j = 0; j <= 60; j++) {
      const [x, y] = [x0 + ((x1 - x0) * i) / 60, y0 + ((y1 - y0) * j) / 60];
      if (f(x, y) <= read.cut) subject.push(onSurface(x, y, 'surface'));
      subject.push(onPlan(x, y, 'plan'));
    }
  }
  return { paths, subject };
}

const holds = (box: Box, { x, y }: Place) => x > box.left && x < box.right && y > box.top && y < box.bottom;

/** Each box that lies over a part of a path, with the first part of it. */
export function coverOf(boxes: readonly Named[], { paths }: Picture): readonly string[] {
  return boxes.flatMap(({ name, box }) => {
    const covered = paths.find((place) => holds(box, place));
    return covered ? [`${name} covers ${covered.what} at ${Math.round(covered.x)}, ${Math.round(covered.y)}`] : [];
  });
}

/** Which share of the subject is inside the window and behind no panel. */
export function visibleShare(
  panels: readonly Named[],
  { subject }: Picture,
  window: { readonly width: number; readonly height: number },
): number {
  const whole = { left: 0, top: 0, right: window.width, bottom: window.height };
  const seen = subject.filter((place) => holds(whole, place) && !panels.some(({ box }) => holds(box, place)));
  return seen.length / subject.length;
}
