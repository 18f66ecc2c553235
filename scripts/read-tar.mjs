// Reads a tarball of npm as it comes by: only the files that are asked for are held in memory.
import { createGunzip } from 'node:zlib';

const block = 512;

/**
 * The files of a gzipped tarball (POSIX.1-2001 ustar, with the long names of pax) whose path is wanted.
 * Throws where the tarball ends in the middle of a file.
 */
export async function* readTar(stream, isWanted) {
  const reader = new Reader(stream.pipe(createGunzip()));
  let longName;
  for (;;) {
    const header = await reader.take(block);
    // Two blocks of zeros end it; some end without.
    if (header === undefined || header[0] === 0) return;
    const size = Number.parseInt(text(header, 124, 12), 8);
    const type = text(header, 156, 1);
    const padded = Math.ceil(size / block) * block;
    if (type === 'x') {
      const record = (await reader.take(padded)).subarray(0, size).toString('utf8');
      longName = /\d+ path=(.*)\n/.exec(record)?.[1] ?? longName;
      continue;
    }
    const prefix = text(header, 345, 155);
    const path = longName ?? (prefix === '' ? text(header, 0, 100) : `${prefix}/${text(header, 0, 100)}`);
    longName = undefined;
    const isFile = type === '0' || type === '';
    if (isFile && isWanted(path)) yield { path, bytes: (await reader.take(padded)).subarray(0, size) };
    else await reader.skip(padded);
  }
}

function text(bytes, start, length) {
  const part = bytes.subarray(start, start + length).toString('utf8');
  return part.split('\0')[0].trim();
}

/** Bytes of a stream by their number. */
class Reader {
  constructor(stream) {
    this.chunks = stream[Symbol.asyncIterator]();
    this.rest = Buffer.alloc(0);
  }

  /** So many bytes; undefined at the end. */
  async take(count) {
    const parts = [this.rest];
    let length = this.rest.length;
    while (length < count) {
      const { value, done } = await this.chunks.next();
      if (done) {
        if (length === 0) return undefined;
        throw new Error('the tarball is cut short');
      }
      parts.push(value);
      length += value.length;
    }
    const all = Buffer.concat(parts);
    this.rest = all.subarray(count);
    return all.subarray(0, count);
  }

  async skip(count) {
    let left = count - this.rest.length;
    if (left <= 0) {
      this.rest = this.rest.subarray(count);
      return;
    }
    while (left > 0) {
      const { value, done } = await this.chunks.next();
      if (done) throw new Error('the tarball is cut short');
      left -= value.length;
      this.rest = left < 0 ? value.subarray(value.length + left) : Buffer.alloc(0);
    }
  }
}
