/** A line of JSON, and the path of the value that stands in it, as traces of maps name it. */
export interface JsonLine {
  readonly text: string;
  readonly path: string;
}

/** Plain data as indented JSON, a line for each value, made as they are asked for. */
export function* jsonLines(value: unknown, path = '', name = '', indent = '', end = ''): Generator<JsonLine, void> {
  if (typeof value !== 'object' || value === null) {
    yield { text: `${indent}${name}${JSON.stringify(value)}${end}`, path };
    return;
  }
  const isList = Array.isArray(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (members.length === 0) {
    yield { text: `${indent}${name}${open}${close}${end}`, path };
    return;
  }
  yield { text: `${indent}${name}${open}`, path };
  for (const [index, [key, member]] of members.entries()) {
    const comma = index === members.length - 1 ? '' : ',';
    yield* jsonLines(member, inside(path, key, isList), isList ? '' : `${JSON.stringify(key)}: `, `${indent}  `, comma);
  }
  yield { text: `${indent}${close}${end}`, path: '' };
}

/** As the Format `json` of `@dist/mapping` calls its places: `lines[2].ids[0].value`. */
function inside(path: string, key: string, isList: boolean): string {
  if (isList) return `${path}[${key}]`;
  const name = /^[A-Za-z0-9_$@:-]+$/.test(key) ? key : JSON.stringify(key);
  return path === '' ? name : `${path}.${name}`;
}
