import type { Stamp } from '../../../src/basins/stamp.ts';
import { openCoresCrew } from '../../../src/jobs/crew/page.ts';
import { basinStill } from '../../../src/jobs/still.ts';
import type { Theme } from '../../../src/state/common.ts';
import { contains } from '../../../src/surfaces/domain.ts';
import { toneOfPage, type Tone } from '../../../src/ui/export/page.ts';
import { ExportFailure } from '../../../src/ui/export/png.ts';
import type { Making } from '../../../src/ui/export/types.ts';
import type { LabSession } from '../model.ts';
import { STILL_SIDE } from '../export/hasStill.ts';
import type { BasinPicture } from './growth.ts';
import { namedIn, type RankedBasin } from './ranking.ts';

const MOST_WORKERS = 8;
/** Pixels: the letters' height, their halo, and the arms of the cross at a minimum. */
const [TYPE, HALO, ARM] = [124, 22, 34] as const;

/** The selected optimizer's map of starts, far finer than the page shows it, with its letters. */
export async function stillOf(
  { store, own: { basins } }: LabSession,
  theme: Theme,
  { signal, onPart }: Making,
): Promise<Blob> {
  const { selected } = store.get().state;
  const picture = selected === null ? undefined : basins.getState().pictures.get(selected);
  if (!picture) throw new ExportFailure('picture');
  const { of, map, scale } = picture;
  const crew = await openCoresCrew(MOST_WORKERS);
  // Given up, nobody waits for what it is at.
  const close = () => crew.close();
  signal.addEventListener('abort', close, { once: true });
  try {
    const setup = { basin: { ...of, size: STILL_SIDE }, theme, before: map, scale };
    const png = await basinStill(setup, stampsOf(picture, theme, toneOfPage()), crew, {
      stop: signal,
      onProgress: onPart,
    });
    return new Blob([png], { type: 'image/png' });
  } finally {
    close();
  }
}

/** A cross at each minimum that the page names, and its letter beside it. */
function stampsOf(picture: BasinPicture, theme: Theme, tone: Tone): readonly Stamp[] {
  const { window } = picture.of;
  const [x0, x1, y0, y1] = window;
  return namedIn(picture, theme)
    .filter(({ at }) => contains(window, ...at))
    .map((basin) => {
      const [x, y] = basin.at;
      const column = Math.round((STILL_SIDE * (x - x0)) / (x1 - x0));
      const row = Math.round((STILL_SIDE * (y1 - y)) / (y1 - y0));
      return stampOf(basin, column, row, tone);
    });
}

function stampOf({ letter }: RankedBasin, column: number, row: number, { ink, paper }: Tone): Stamp {
  const side = 4 * TYPE;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const pen = canvas.getContext('2d');
  if (!pen) throw new ExportFailure('encode');
  pen.translate(side / 2, side / 2);
  pen.font = `700 ${TYPE}px ${getComputedStyle(document.body).fontFamily}`;
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  const cross = new Path2D(`M${-ARM} 0H${ARM}M0 ${-ARM}V${ARM}`);
  // Within the border even where the minimum is close to it.
  const [right, up] = [column < STILL_SIDE - side / 2, row > side / 2];
  const at = [(right ? 0.4 : -1.1) * TYPE, (up ? -0.35 : 1.1) * TYPE] as const;
  for (const [colour, width] of [
    [paper, HALO + 8],
    [ink, 8],
  ] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.stroke(cross);
  }
  pen.strokeStyle = paper;
  pen.lineWidth = HALO;
  pen.strokeText(letter, ...at);
  pen.fillStyle = ink;
  pen.fillText(letter, ...at);
  const { data } = pen.getImageData(0, 0, side, side);
  return { x: column - side / 2, y: row - side / 2, width: side, pixels: data };
}
