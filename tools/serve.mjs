import { open, readFile, realpath, stat } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { contentSecurityPolicy, isolationHeaders } from './policy.mjs';

/** @type {Readonly<Record<string, string>>} */
const contentTypes = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const compressible = /^text\/|json|svg|wasm/;
/** Vite's names with a content hash: what they hold never changes. */
const hashed = /^assets\/.+-[\w-]{8}\.\w+$/;

/** @type {Readonly<Record<string, (body: Buffer) => Promise<Buffer>>>} */
const encoders = {
  // Quality 6: 11 takes seconds for three.js on first request, for 4 % less.
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (body) => promisify(gzip)(body),
};

/** @param {string | undefined} accepted the request's Accept-Encoding */
function encodingFor(accepted = '') {
  const offered = accepted.split(',').map((entry) => entry.trim().split(/\s*;\s*q=/));
  const wanted = new Set(offered.filter(([, q]) => q === undefined || Number(q) > 0).map(([name]) => name));
  return Object.keys(encoders).find((name) => wanted.has(name)) ?? null;
}

/** Errors that say that there is no such file for a visitor; others (too many open ones, a failing disk) are the server's own: 500. */
const absent = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EACCES', 'EPERM', 'EISDIR', 'ENXIO']);

/**
 * What `reading` gives, or null where there is nothing to read for a visitor.
 * @template T
 * @param {Promise<T>} reading
 */
async function ifThere(reading) {
  try {
    return await reading;
  } catch (error) {
    if (absent.has(codeOf(error))) return null;
    throw error;
  }
}

/** @param {unknown} error */
const codeOf = (error) => (error instanceof Error && 'code' in error ? String(error.code) : '');

/**
 * The file inside `root` that a URL's path (relative to the base) names, or null: missing, hidden or outside.
 * @param {string} root
 * @param {string} path
 */
async function locate(root, path) {
  const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (name.includes('\0') || name.split(/[/\\]/).some((part) => part.startsWith('.'))) return null;
  const [home, file] = await Promise.all([realpath(root), ifThere(realpath(join(root, name)))]);
  if (!file?.startsWith(home + sep)) return null;
  const info = await ifThere(stat(file));
  return info?.isFile() ? { file, name, size: info.size, modified: info.mtimeMs } : null;
}

/**
 * A server of static files for the built app: real 404s, compression, the policy on every response.
 * It does not listen yet; see `listen`.
 * @param {object} options
 * @param {string} options.root the folder to serve
 * @param {string} [options.base] the path it is served under, with slashes at both ends
 * @param {boolean} [options.isolated] false leaves the cross-origin isolation headers out, as a plain host does
 * @param {Readonly<Record<string, string>>} [options.headers] laid over every response's headers
 */
export function createServer({ root, base = '/', isolated = true, headers = {} }) {
  /** @type {Map<string, Promise<Buffer>>} */
  const compressed = new Map();
  const everywhere = {
    'Content-Security-Policy': contentSecurityPolicy,
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    ...(isolated ? isolationHeaders : {}),
    ...headers,
  };

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function answer(request, response) {
    /** @type {(status: number, text: string, more?: Record<string, string>) => void} */
    const refuse = (status, text, more = {}) => {
      response.writeHead(status, { ...everywhere, 'Content-Type': 'text/plain; charset=utf-8', ...more });
      response.end(request.method === 'HEAD' ? undefined : `${text}\n`);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return refuse(405, 'Only GET and HEAD', { Allow: 'GET, HEAD' });
    }
    const [encodedPath = '/', query] = (request.url ?? '/').split('?', 2);
    let path;
    try {
      path = decodeURIComponent(encodedPath);
    } catch {
      return refuse(400, 'Malformed path');
    }
    if (`${path}/` === base) return refuse(301, 'Moved', { Location: base + (query === undefined ? '' : `?${query}`) });
    const found = path.startsWith(base) ? await locate(root, path.slice(base.length)) : null;
    if (!found) return refuse(404, 'Not found');

    const type = contentTypes[extname(found.file).toLowerCase()] ?? 'application/octet-stream';
    const encoding = compressible.test(type) ? encodingFor(request.headers['accept-encoding']) : null;
    const tag = `W/"${found.size.toString(36)}-${Math.round(found.modified).toString(36)}"`;
    /** @type {Record<string, string>} */
    const described = {
      ...everywhere,
      'Content-Type': type,
      'Cache-Control': hashed.test(found.name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: tag,
      Vary: 'Accept-Encoding',
    };
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304, described);
      return response.end();
    }
    const encoder = encoding === null ? undefined : encoders[encoding];
    if (encoding === null || !encoder) {
      // Opened before a word is said: what cannot be read is not promised.
      const handle = await ifThere(open(found.file));
      if (!handle) return refuse(404, 'Not found');
      try {
        response.writeHead(200, { ...described, 'Content-Length': String(found.size) });
        if (request.method === 'HEAD' || found.size === 0) return response.end();
        // `end`: not a byte more than was promised.
        const stream = handle.createReadStream({ autoClose: false, end: found.size - 1 });
        await pipeline(stream, response);
        // The file became shorter meanwhile: the visitor would wait for the rest.
        if (stream.bytesRead < found.size) request.socket.destroy();
        return;
      } finally {
        await handle.close();
      }
    }
    const key = `${encoding} ${tag} ${found.file}`;
    const pending = compressed.get(key) ?? readFile(found.file).then(encoder);
    compressed.set(key, pending);
    pending.catch(() => compressed.delete(key));
    const body = await ifThere(pending);
    if (!body) return refuse(404, 'Not found');
    response.writeHead(200, { ...described, 'Content-Encoding': encoding, 'Content-Length': String(body.length) });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  return createHttpServer((request, response) => {
    answer(request, response).catch((/** @type {unknown} */ error) => {
      // A visitor who left is no fault.
      if (!request.socket.destroyed) process.stderr.write(`${request.url ?? ''}: ${String(error)}\n`);
      // Half an answer is broken off, so that nobody takes it for a whole one.
      if (response.headersSent) response.destroy();
      else response.writeHead(500, everywhere).end();
    });
  });
}

/**
 * Listens on `port`, or on the next free one when it is taken (port 0: any free one).
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<number>} the port that it listens on
 */
export function listen(server, port) {
  return new Promise((resolve, reject) => {
    let candidate = port;
    server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'EADDRINUSE' || candidate >= port + 100) return reject(error);
      candidate += 1;
      server.listen(candidate);
    });
    server.once('listening', () => {
      const address = server.address();
      if (address && typeof address === 'object') resolve(address.port);
      else reject(new Error('the server has no port'));
    });
    server.listen(candidate);
  });
}
