import type { XmlObject, XmlValue } from '@dist/connectors/soap';
import fc from 'fast-check';

/** Names of elements; those that begin with `List` are always lists. Some are those of methods of objects. */
const names = ['o:Order', 'o:Line', 'Note', 'toString', 'valueOf', 'hasOwnProperty', 'length', 'p:ñ-1.x'];
const listNames = ['o:ListLines', 'ListPlain', 'p:List'];
const attributeNames = ['@id', '@o:unit', '@xml:lang', '@toString'];

/** Any text that XML may have, with many of the signs that mean something in it. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom('&', '<', '>', '"', "'", ']]>', '&amp;', '\n', '\r', '\t', ' ', '007', '<!--', '𝔸', 'é'),
      fc.string(),
    ),
  )
  .map((parts) => parts.join('').replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''));

/** Trees as they are read: what has nothing inside is an empty text, and every list of a path is there. */
export const xmlTrees: fc.Arbitrary<{ readonly body: XmlObject; readonly lists: readonly string[] }> = fc
  .letrec<{ value: XmlValue; object: XmlObject }>((tie) => ({
    value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, texts, fc.constant(null), tie('object')),
    object: fc
      .tuple(
        fc.dictionary(fc.constantFrom(...attributeNames), texts, { maxKeys: 2 }),
        fc.oneof(
          fc.record({ '#text': fc.oneof(texts, fc.constant(null)) }),
          fc.tuple(
            fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 3 }),
            fc.dictionary(fc.constantFrom(...listNames), fc.array(tie('value'), { maxLength: 3 }), { maxKeys: 2 }),
          ),
        ),
      )
      .map(([attributes, content]) => ({
        ...attributes,
        ...(Array.isArray(content) ? { ...content[0], ...content[1] } : content),
      })),
  }))
  .object.map((tree) => {
    const { '#text': _, ...children } = Object.fromEntries(
      Object.entries(tree).filter(([name]) => !name.startsWith('@')),
    );
    const lists = [...new Set(listPaths(children, ''))];
    return { body: asObject(normal(children, '', lists)), lists };
  });

function listPaths(object: XmlObject, path: string): readonly string[] {
  return Object.entries(object).flatMap(([name, value]) => {
    const own = path === '' ? name : `${path}/${name}`;
    const inside = (Array.isArray(value) ? value : [value]).flatMap((each) =>
      isObject(each) ? listPaths(each, own) : [],
    );
    return Array.isArray(value) ? [own, ...inside] : inside;
  });
}

/** The one form that a tree has when it is read. */
function normal(value: XmlValue | undefined, path: string, lists: readonly string[]): XmlValue {
  if (Array.isArray(value)) return value.map((each: XmlValue) => normal(each, path, lists));
  if (!isObject(value)) return typeof value === 'string' ? normalObject({ '#text': value }, path, lists) : null;
  return normalObject(value, path, lists);
}

function normalObject(value: XmlObject, path: string, lists: readonly string[]): XmlValue {
  const { '#text': text, ...rest } = value;
  const start = path === '' ? '' : `${path}/`;
  const missing = lists.filter((list) => list.startsWith(start) && !list.slice(start.length).includes('/'));
  const isParent = text !== null && missing.length > 0 && !/[^ \t\n\r]/.test(String(text ?? ''));
  const own = Object.entries(rest).map(([name, child]) => [
    name,
    name.startsWith('@') ? (child ?? '') : normal(child, `${start}${name}`, lists),
  ]);
  const all: XmlObject = {
    ...(isParent ? Object.fromEntries(missing.map((list) => [list.slice(start.length), []])) : {}),
    ...Object.fromEntries(own),
  };
  const isEmpty = Object.keys(all).length === 0;
  if (isParent || (text === undefined && !isEmpty)) return all;
  if (isEmpty) return text ?? (text === null ? null : '');
  return text === '' || text === undefined ? all : { ...all, '#text': text };
}

function isObject(value: XmlValue | undefined): value is XmlObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asObject(value: XmlValue): XmlObject {
  return isObject(value) ? value : {};
}
