import { boxOf, keepApart, Occupancy, placeLabels, type Label } from './labels.ts';
import type { Box, Viewport } from '../math/box.ts';
import type { PaintedLabel, PaintedLeader } from './paintLabels.ts';

/** A label before it is measured and placed. */
export type LabelSpec = Omit<Label, 'width' | 'height'>;

interface Shown {
  readonly element: HTMLElement;
  readonly leader: SVGLineElement;
  text: string;
  x: number;
  y: number;
  toX: number;
  toY: number;
  width: number;
  height: number;
  fresh: boolean;
}

/** The id of the label in `root` that lies under a place of the window; the labels themselves let the pointer through. */
export function labelAt(root: HTMLElement, clientX: number, clientY: number): string | null {
  for (const element of root.children) {
    if (!(element instanceof HTMLElement) || element.hidden) continue;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    if (clientX >= left && clientX <= right && clientY >= top && clientY <= bottom)
      return element.dataset['id'] ?? null;
  }
  return null;
}

const SVG = 'http://www.w3.org/2000/svg';
const LEADER_GAP = 10;
const SECONDS_TO_HALF = 0.08;

/** The page's labels over the canvas: DOM elements that ease to where the layout wants them, with leaders to their heads. */
export class LabelLayer {
  private readonly shown = new Map<string, Shown>();
  private readonly leaders: SVGSVGElement;
  private readonly root: HTMLElement;
  private panels: readonly Box[] = [];
  /** Those that have found a place. */
  private visible: readonly Shown[] = [];
  private moving = false;

  constructor(root: HTMLElement) {
    this.root = root;
    this.leaders = document.createElementNS(SVG, 'svg');
    this.leaders.setAttribute('class', 'leaders');
    root.append(this.leaders);
  }

  /** Measures and places anew; `obstacles` marks what labels must not cover, and what of it is firm (see `placeLabels`). */
  layout(
    labels: readonly LabelSpec[],
    viewport: Viewport,
    panels: readonly Box[],
    obstacles: (taken: Occupancy, firm: Occupancy) => void = () => undefined,
  ): void {
    this.panels = panels;
    const [taken, firm] = [new Occupancy(viewport), new Occupancy(viewport)];
    for (const panel of panels) for (const occupancy of [taken, firm]) occupancy.addBox(panel);
    obstacles(taken, firm);
    const measured = labels.map((label): Label => {
      const { width, height } = this.elementOf(label);
      return { ...label, width, height };
    });
    const before = new Map([...this.shown].filter(([, s]) => !s.fresh).map(([id, s]) => [id, { x: s.toX, y: s.toY }]));
    const placed = new Map(placeLabels(measured, taken, before, firm).map((p) => [p.label.id, p]));
    for (const [id, shown] of this.shown) {
      const spot = placed.get(id);
      shown.element.hidden = !spot;
      if (!labels.some((label) => label.id === id)) this.remove(id);
      if (!spot) {
        shown.leader.setAttribute('visibility', 'hidden');
        shown.fresh = true;
        continue;
      }
      [shown.toX, shown.toY] = [Math.round(spot.x), Math.round(spot.y)];
      if (shown.fresh || spot.label.reach === 0) [shown.x, shown.y] = [shown.toX, shown.toY];
      shown.fresh = false;
    }
    this.visible = [...this.shown.values()].filter(({ element }) => !element.hidden);
    this.moving = true;
  }

  /** Moves labels towards their places, as far as `seconds` since the last time take them or at once. True while something moves. */
  ease(seconds: number, instant: boolean): boolean {
    if (!this.moving) return false;
    const keep = instant ? 0 : 0.5 ** (Math.min(seconds, 0.1) / SECONDS_TO_HALF);
    this.moving = false;
    for (const shown of this.visible) {
      const [dx, dy] = [shown.toX - shown.x, shown.toY - shown.y];
      const near = Math.abs(dx) + Math.abs(dy) < 0.5;
      shown.x = near ? shown.toX : shown.toX - dx * keep;
      shown.y = near ? shown.toY : shown.toY - dy * keep;
      this.moving ||= !near;
    }
    keepApart(this.visible, this.panels);
    for (const shown of this.visible) {
      shown.element.style.transform = `translate(${shown.x - shown.width / 2}px, ${shown.y - shown.height / 2}px)`;
    }
    return this.moving;
  }

  /** Draws the leader of `id` to its anchor; short ones are left out. */
  lead(id: string, anchorX: number, anchorY: number, colour: string): void {
    const shown = this.shown.get(id);
    if (!shown || shown.element.hidden) return;
    const box = boxOf(shown, shown.x, shown.y);
    const x = Math.min(Math.max(anchorX, box.left + 4), box.right - 4);
    const y = Math.min(Math.max(anchorY, box.top), box.bottom);
    const length = Math.hypot(anchorX - x, anchorY - y);
    const { leader } = shown;
    leader.setAttribute('visibility', length > LEADER_GAP + 6 ? 'visible' : 'hidden');
    if (length <= LEADER_GAP + 6) return;
    const stop = 1 - LEADER_GAP / length;
    leader.setAttribute('x1', x.toFixed(1));
    leader.setAttribute('y1', y.toFixed(1));
    leader.setAttribute('x2', (x + (anchorX - x) * stop).toFixed(1));
    leader.setAttribute('y2', (y + (anchorY - y) * stop).toFixed(1));
    leader.setAttribute('stroke', colour);
  }

  /** What stands on the page now, for an exported picture: the very labels and leaders. */
  painted(): readonly PaintedLabel[] {
    return this.visible.map(({ element, leader, x, y, width, height }) => ({
      element,
      text: element.textContent,
      x,
      y,
      width,
      height,
      leader: leaderOf(leader),
    }));
  }

  /** After the style sheet has changed what labels measure: the next layout takes their sizes anew. */
  measureAnew(): void {
    for (const shown of this.shown.values()) {
      shown.text = '';
      shown.fresh = true;
    }
  }

  private elementOf(label: LabelSpec): Shown {
    let shown = this.shown.get(label.id);
    if (!shown) {
      const element = document.createElement('span');
      element.dataset['label'] = label.kind;
      element.dataset['id'] = label.id;
      element.dataset['painted'] = '';
      const leader = document.createElementNS(SVG, 'line');
      this.leaders.append(leader);
      this.root.append(element);
      shown = { element, leader, text: '', x: 0, y: 0, toX: 0, toY: 0, width: 0, height: 0, fresh: true };
      this.shown.set(label.id, shown);
    }
    if (label.colour) shown.element.style.color = label.colour;
    shown.element.classList.toggle('lit', label.lit ?? false);
    if (shown.text !== label.text) {
      shown.text = label.text;
      shown.element.textContent = label.text;
      shown.element.hidden = false;
      shown.width = shown.element.offsetWidth;
      shown.height = shown.element.offsetHeight;
    }
    return shown;
  }

  private remove(id: string): void {
    const shown = this.shown.get(id);
    shown?.element.remove();
    shown?.leader.remove();
    this.shown.delete(id);
  }

  dispose(): void {
    for (const id of [...this.shown.keys()]) this.remove(id);
    this.leaders.remove();
  }
}

function leaderOf(line: SVGLineElement): PaintedLeader | null {
  if (line.getAttribute('visibility') !== 'visible') return null;
  const at = (name: string) => Number(line.getAttribute(name));
  return {
    from: [at('x1'), at('y1')],
    to: [at('x2'), at('y2')],
    colour: line.getAttribute('stroke') ?? '',
    width: Number.parseFloat(getComputedStyle(line).strokeWidth),
  };
}
