// Serves the built site on loopback. The preview server of VitePress listens on every address of the machine.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Listens on 127.0.0.1, on any free port for 0; resolves to the server and its address. */
export function serveSite(folder, port) {
  const server = createServer((request, response) => {
    const file = fileOf(folder, request.url ?? '/');
    const found = file ?? join(folder, '404.html');
    response.writeHead(file ? 200 : 404, { 'content-type': types[extname(found)] ?? 'application/octet-stream' });
    response.end(readFileSync(found));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve({ server, address: `http://127.0.0.1:${server.address().port}/` }));
  });
}

/** `/x12/` is its index, `/tutorial` the page; what leads out of the folder is not there. */
function fileOf(folder, url) {
  const path = pathOf(url);
  if (path === undefined) return undefined;
  const candidates = [path, `${path}.html`, join(path, 'index.html')].map((name) => join(folder, name));
  return candidates.find((name) => existsSync(name) && statSync(name).isFile());
}

function pathOf(url) {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0]);
    // Made absolute first, `..` can not climb above the folder.
    return path.includes('\0') ? undefined : normalize(join('/', path));
  } catch {
    return undefined; // `%` without two digits
  }
}
