import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAs2Name, writeAs2Name } from '../../src/as2/as2-name.ts';
import { fromBase64, toBase64 } from '../../src/as2/base64.ts';
import { messageIdFor } from '../../src/as2/message-id.ts';
import { canonicalLines } from '../../src/as2/mime/canonical-lines.ts';
import { attachmentNamed, fileNameOf } from '../../src/as2/mime/file-name.ts';
import { readHeaderValue } from '../../src/as2/mime/header-value.ts';
import { readMimeEntity, writeMimeEntity } from '../../src/as2/mime/mime-entity.ts';
import { splitMultipart, writeMultipart } from '../../src/as2/mime/multipart.ts';
import { decodeBody, encodeBody } from '../../src/as2/mime/transfer-encoding.ts';
import { bytesOf } from './parties.ts';

describe('a header', () => {
  it.each([
    ['folded lines', 'A: 1\r\n\t2\r\n 3\r\nB: 4\r\n\r\nbody', { a: '1 2 3', b: '4' }],
    ['lines that end in LF', 'A: 1\nB: 2\n\nbody', { a: '1', b: '2' }],
    ['no space behind the colon', 'A:1\r\n\r\nbody', { a: '1' }],
    ['of two fields the first, with what is folded under it', 'A: 1\r\nA: 2\r\n 3\r\n\r\nbody', { a: '1' }],
    ['none at all', '\r\nbody', {}],
  ])('%s', (_, text, fields) => {
    const entity = readMimeEntity(bytesOf(text));
    expect(Object.fromEntries(entity?.fields ?? [])).toEqual(fields);
    expect(new TextDecoder().decode(entity?.body)).toBe('body');
  });

  it.each([
    ['without its empty line', 'A: 1\r\nB: 2\r\n'],
    ['a line that is no field', 'A: 1\r\nnothing\r\n\r\n'],
    ['a folded line first', ' A: 1\r\n\r\n'],
    ['two types of content', 'Content-Type: a/b\r\nContent-Type: c/d\r\n\r\n'],
    ['longer than 64 KiB', `A: ${'x'.repeat(70_000)}\r\n\r\n`],
    ['of more than 200 fields', `${'A: 1\r\n'.repeat(300)}\r\n`],
  ])('is not read: %s', (_, text) => {
    expect(readMimeEntity(bytesOf(text))).toBeUndefined();
  });

  it.each([
    ['a/b; c=d', { c: 'd' }],
    ['a/b; C="d;e=\\"f\\\\"; g=h', { c: 'd;e="f\\', g: 'h' }],
    ['a/b;c=d;c=e', { c: 'd' }],
    ['a/b; c="never ends', {}],
    ['A/B ;  c = d ', { c: 'd' }],
  ])('%s', (text, parameters) => {
    const value = readHeaderValue(text);
    expect(value.value).toBe('a/b');
    expect(Object.fromEntries(value.parameters)).toEqual(parameters);
  });
});

describe('parts', () => {
  const texts = (parts: readonly Uint8Array[] | undefined) => parts?.map((part) => new TextDecoder().decode(part));

  it('come out as they went in, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 60 }), { minLength: 1, maxLength: 5 }), (parts) => {
        expect(splitMultipart(writeMultipart(parts, 'b=_1'), 'b=_1')?.map((part) => [...part])).toEqual(
          parts.map((part) => [...part]),
        );
      }),
    );
  });

  it.each([
    ['a preamble', 'hello\r\n--b\r\n1\r\n--b--\r\n', ['1']],
    ['line breaks of LF', '--b\n1\n\n--b\n2\n--b--\n', ['1\n', '2']],
    ['white space behind a boundary', '--b \t\r\n1\r\n--b-- \r\n \r\n', ['1']],
    ['a longer boundary inside', '--b\r\n--bc\r\n--b--', ['--bc']],
    ['an empty part', '--b\r\n--b--\r\n', ['']],
  ])('with %s', (_, body, parts) => {
    expect(texts(splitMultipart(bytesOf(body), 'b'))).toEqual(parts);
  });

  it.each([
    ['that do not end', '--b\r\n1\r\n', 'b'],
    ['with something behind them', '--b\r\n1\r\n--b--\r\nx', 'b'],
    ['that end before they begin', '--b--\r\n', 'b'],
    ['without a boundary', '--b\r\n1\r\n--b--', undefined],
    ['with a boundary that is none', '--\u00e9\r\n1\r\n--\u00e9--', '\u00e9'],
    ['more than a hundred', `${'--b\r\n\r\n'.repeat(102)}--b--`, 'b'],
  ])('are not read: %s', (_, body, boundary) => {
    expect(splitMultipart(bytesOf(body), boundary)).toBeUndefined();
  });
});

describe('a transfer encoding', () => {
  it.each(['binary', 'base64'] as const)('%s gives back what went in', (encoding) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (content) => {
        const fields: [string, string][] = [['Content-Transfer-Encoding', encoding]];
        expect([...(decodeBody(writeMimeEntity(fields, encodeBody(content, encoding))) ?? [])]).toEqual([...content]);
      }),
    );
  });

  it.each([
    ['base64', 'YWJj\r\n', 'abc'],
    ['BASE64', 'YW\r\nJj', 'abc'],
    ['base64', 'YW=Jj', undefined],
    ['base64', 'YWJ', undefined],
    ['quoted-printable', 'a=3Db=\r\nc=\nd', 'a=bcd'],
    ['quoted-printable', 'a=3', undefined],
    ['x-uuencode', 'abc', undefined],
  ])('%s of %j', (encoding, body, content) => {
    const decoded = decodeBody(writeMimeEntity([['Content-Transfer-Encoding', encoding]], bytesOf(body)));
    expect(decoded && new TextDecoder().decode(decoded)).toBe(content);
  });
});

describe('a file name', () => {
  it.each([
    ['attachment; filename="850 order.edi"', '850 order.edi'],
    ["attachment; filename*=UTF-8''bestellung%20%C3%A4.edi", 'bestellung \u00e4.edi'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; filename="C:\\\\edi\\\\850.edi"', '850.edi'],
    ['attachment; filename=".."', undefined],
    ['attachment; filename="a\u0000b\u202e.edi"', 'ab.edi'],
    ['attachment', undefined],
  ])('%s', (value, name) => {
    expect(fileNameOf(writeMimeEntity([['Content-Disposition', value]], new Uint8Array()))).toBe(name);
  });

  it('comes out as it went in', () => {
    const names = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((name) => `x${name.replace(/[\\/\p{C}\p{Z}]/gu, '')}`);
    fc.assert(
      fc.property(names, (name) => {
        const value = attachmentNamed(name);
        expect(value).toMatch(/^[\x20-\x7e]+$/);
        expect(fileNameOf(writeMimeEntity([['Content-Disposition', value]], new Uint8Array()))).toBe(name);
      }),
    );
  });
});

describe('names', () => {
  it.each([
    ['PARTNER', 'PARTNER'],
    ['My Company', '"My Company"'],
    ['a"b\\c', '"a\\"b\\\\c"'],
  ])('an AS2 name %s is written %s', (name, text) => {
    expect(writeAs2Name(name)).toBe(text);
    expect(readAs2Name(text)).toBe(name);
  });

  it('an AS2 name comes out as it went in', () => {
    const names = fc.stringMatching(/^[\x21-\x7e]([\x20-\x7e]{0,30}[\x21-\x7e])?$/);
    fc.assert(
      fc.property(names, (name) => {
        expect(readAs2Name(writeAs2Name(name))).toBe(name);
      }),
    );
  });

  it.each(['', ' ', 'x'.repeat(129), 'a\nb', 'caf\u00e9'])('%j is no AS2 name', (name) => {
    expect(() => writeAs2Name(name)).toThrow(RangeError);
    expect(readAs2Name(name)).toBeUndefined();
  });

  it('two keys never have one Message-ID', () => {
    const keys = fc.stringMatching(/^[\x21-\x7e]{1,30}$/);
    fc.assert(
      fc.property(keys, keys, (a, b) => {
        expect(messageIdFor(a, 'x') === messageIdFor(b, 'x')).toBe(a === b);
        expect(messageIdFor(a, 'x')).toMatch(/^<[^<>@\s:"]+@x>$/);
      }),
    );
  });
});

describe('canonicalLines', () => {
  it('ends each line in CRLF and changes nothing else', () => {
    const texts = fc
      .array(fc.constantFrom('a', '\r\n', '\n', '\r', 'b'), { maxLength: 30 })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const lines = new TextDecoder().decode(canonicalLines(bytesOf(text)));
        expect(lines).toBe(text.replace(/(?<!\r)\n/g, '\r\n'));
      }),
    );
  });
});

describe('Base64', () => {
  it('is what the platform writes, and reads nothing that the platform does not', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
    );
    const texts = fc
      .array(fc.constantFrom('A', 'b', '/', '=', '\n', '-', 'Q'), { maxLength: 12 })
      .map((one) => one.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const read = fromBase64(text);
        if (read !== undefined) expect(toBase64(read)).toBe(text.replaceAll('\n', ''));
      }),
    );
  });
});
