import { CloudError } from './errors.ts';

/** What other programs write, by how it begins, and what to do with it. */
interface Foreign {
  readonly begins: RegExp | string;
  readonly format: string;
  /** A program that opens it and saves what is read here; absent: it is no cloud. */
  readonly program?: string;
  readonly remedy?: string;
}

const number = String.raw`[-+]?[\d.]+(?:[eE][-+]?\d+)?`;
const row = (count: number) => String.raw`(?:[ \t]*${number}){${count}}[ \t]*\r?\n`;
const cloud = 'PLY, PCD or CSV';
const surface = 'PLY, OBJ or STL';

const foreign: readonly Foreign[] = [
  { begins: 'LASF', format: 'LAS and LAZ', program: 'CloudCompare', remedy: cloud },
  { begins: 'ASTM-E57', format: 'E57', program: 'CloudCompare', remedy: cloud },
  // Columns, rows, where the scanner stood, its axes, and a matrix.
  {
    begins: new RegExp(String.raw`^\s*\d+[ \t]*\r?\n[ \t]*\d+[ \t]*\r?\n(?:${row(3)}){4}(?:${row(4)}){4}`),
    format: 'PTX',
    program: 'CloudCompare',
    remedy: cloud,
  },
  { begins: 'glTF', format: 'glTF', program: 'Blender', remedy: surface },
  {
    begins: /^\s*\{[^]*"(asset|scenes|meshes|buffers|accessors)"\s*:/,
    format: 'glTF',
    program: 'Blender',
    remedy: surface,
  },
  { begins: /^# vtk DataFile/i, format: 'VTK', program: 'ParaView', remedy: surface },
  { begins: /^\s*(<\?xml[^>]*>\s*)?<VTKFile/, format: 'VTK', program: 'ParaView', remedy: surface },
  { begins: /^\s*(ST)?C?N?4?n?OFF\b/, format: 'OFF', program: 'MeshLab', remedy: surface },
  {
    begins: /^\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)?<COLLADA/,
    format: 'COLLADA',
    program: 'Blender',
    remedy: surface,
  },
  { begins: 'Kaydara FBX', format: 'FBX', program: 'Blender', remedy: surface },
  { begins: 'PK\x03\x04', format: 'ZIP' },
  { begins: '\x1f\x8b', format: 'gzip' },
  { begins: '\x93NUMPY', format: 'NumPy' },
  { begins: '\x89HDF', format: 'HDF5' },
  { begins: '%PDF', format: 'PDF' },
  { begins: '\x89PNG', format: 'PNG' },
  { begins: '\xff\xd8\xff', format: 'JPEG' },
  { begins: /^\s*[{[]/, format: 'JSON' },
  { begins: /^\s*<(\?xml|!doctype|html)/i, format: 'XML and HTML' },
];

/**
 * Throws CloudError where a file is one that other programs read: what it is, and how to make of it what is read here.
 * @param head its first bytes, each a character
 */
export function refuseForeign(head: string): void {
  const found = foreign.find(({ begins }) =>
    typeof begins === 'string' ? head.startsWith(begins) : begins.test(head),
  );
  if (!found) return;
  const { format, program, remedy = cloud } = found;
  if (program === undefined) throw new CloudError('foreign-format', null, { format, remedy });
  throw new CloudError('foreign-cloud', null, { format, program, remedy });
}
