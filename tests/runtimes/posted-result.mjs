import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const windows = process.platform === 'win32';
const longest = 60_000;
const types = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript' };
/** As strict as a page can be that has an import map: no eval, nothing from elsewhere. */
const policy = "default-src 'self'; script-src 'self' 'unsafe-inline'";

/**
 * What a program without a command line posts, as JSON, to `/result` of a server on this machine that has the files of a folder.
 * `commandOf(address)` gives the command that brings up where it runs; that is ended as soon as the result is there.
 * @throws Error when the command ends without a result, or none comes within a minute.
 */
export async function postedResult(folder, commandOf) {
  const server = createServer();
  const posted = new Promise((resolve) =>
    server.on('request', (request, response) => reply(request, response, folder, resolve)),
  );
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const [command, ...args] = commandOf(`http://127.0.0.1:${server.address().port}`);
  // In a process group of its own, because a browser is many processes.
  const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], detached: !windows });
  const timer = new AbortController();
  try {
    return await Promise.race([posted, endOf(child), tooLate(timer.signal)]);
  } finally {
    timer.abort();
    end(child);
    server.closeAllConnections();
    server.close();
  }
}

function reply(request, response, folder, resolve) {
  if (request.method === 'POST') return receive(request, response, resolve);
  const path = request.url === '/' ? '/page.html' : request.url;
  const type = types[extname(path)];
  if (!type || path.includes('..')) return response.writeHead(404).end();
  try {
    const body = readFileSync(join(folder, path));
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}

function receive(request, response, resolve) {
  let text = '';
  request.setEncoding('utf8').on('data', (part) => {
    text += part;
  });
  request.on('end', () => {
    response.end();
    resolve(JSON.parse(text));
  });
}

function endOf(child) {
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  return new Promise((_, reject) => {
    child.on('error', reject);
    // The result may still be on its way when the command is done.
    child.on('exit', (code) => setTimeout(() => reject(new Error(`ended with ${code}\n${output.slice(-2000)}`)), 1000));
  });
}

function end(child) {
  try {
    if (windows) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself, or never began.
  }
}

function tooLate(signal) {
  return new Promise((_, reject) => {
    const timer = setTimeout(() => reject(new Error(`no result within ${longest / 1000} s`)), longest);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
}
