/** Why a picture could not be had, for the words that say what to do. */
export class ExportFailure extends Error {
  readonly kind: 'picture' | 'encode';
  constructor(kind: 'picture' | 'encode') {
    super(kind);
    this.kind = kind;
  }
}

/** A drawing in SVG as an image to be drawn elsewhere. Throws ExportFailure where the browser cannot read or hold it. */
export async function imageOf(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  try {
    await image.decode();
  } catch {
    throw new ExportFailure('encode');
  }
  return image;
}

/** Drawings below one another, each in the middle, on `paper`. Sizes in device pixels. */
export function stacked(paper: string, ...parts: readonly (HTMLCanvasElement | HTMLImageElement)[]): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(...parts.map(({ width }) => width));
  canvas.height = parts.reduce((sum, { height }) => sum + height, 0);
  const pen = canvas.getContext('2d');
  if (!pen) throw new ExportFailure('encode');
  pen.fillStyle = paper;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  let y = 0;
  for (const part of parts) {
    pen.drawImage(part, Math.round((canvas.width - part.width) / 2), y);
    y += part.height;
  }
  return canvas;
}

/** The PNG of a canvas. Throws ExportFailure where the browser gives none: too large, or no memory. */
export async function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (!blob) throw new ExportFailure('encode');
  return blob;
}
