import type { Difference } from './check.ts';
import type { EntityNames } from './operation.ts';

const functions = new Set(
  'contains startswith endswith substringof length indexof substring tolower toupper trim concat year month day hour minute second date time now round floor ceiling replace cast isof any all eq ne gt ge lt le and or not in has add sub mul div mod null true false asc desc datetime datetimeoffset guid time duration INF NaN'.split(
    ' ',
  ),
);

/**
 * Whether a query option of OData is offered, and the names in it are those of the entity's properties: `$select`, `$orderby`,
 * `$filter` and `$expand`, the last with what it holds in parentheses (OData 4.01 part 2, 5.1; OData 2.0 URI conventions, 4).
 */
export function checkOdataQuery(
  name: string,
  text: string,
  { entity, options }: { readonly entity: string; readonly options: readonly string[] },
  entities: EntityNames,
): Difference[] {
  if (!options.includes(name))
    return [{ kind: 'unknown-query', at: `query.${name}`, message: `is not offered; ${options.join(', ')} are` }];
  return namesIn(name, text)
    .filter((path) => !isPath(path.split('/'), entity, entities))
    .map((path) => ({ kind: 'unknown-property', at: `query.${name}`, message: `${path} is no property of ${entity}` }))
    .concat(name === '$expand' ? nested(text, entity, entities) : []) as Difference[];
}

function namesIn(name: string, text: string): string[] {
  switch (name) {
    case '$select':
    case '$expand':
      return splitOutside(text, ',')
        .map((item) => item.replace(/\(.*$/s, '').trim())
        .filter((item) => item !== '*');
    case '$orderby':
      return text.split(',').map((item) => item.trim().split(/\s+/)[0] ?? '');
    case '$filter':
      return filterNames(text);
    default:
      return [];
  }
}

/** What is no literal, no function, no operator, and no variable of a lambda. */
function filterNames(text: string): string[] {
  const bare = text
    .replace(/(?:\b(?:datetime|datetimeoffset|guid|time|X|binary))?'(?:[^']|'')*'/g, ' ')
    .replace(/\b\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?/g, ' ')
    .replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, ' ');
  return [...bare.matchAll(/[A-Za-z_][\w/]*/g)].map(([word]) => word).filter((word) => !functions.has(word));
}

function isPath([first = '', ...rest]: readonly string[], entity: string, entities: EntityNames): boolean {
  const names = entities[entity];
  if (names === undefined || first === '*') return true;
  if (!Object.hasOwn(names, first)) return false;
  const target = names[first] ?? '';
  return rest.length === 0 || (target !== '' && isPath(rest, target, entities));
}

function nested(text: string, entity: string, entities: EntityNames): Difference[] {
  return splitOutside(text, ',').flatMap((item) => {
    const [, name = '', inside = ''] = /^([^(]+)\((.*)\)$/s.exec(item.trim()) ?? [];
    const target = entities[entity]?.[name] ?? '';
    if (target === '') return [];
    return splitOutside(inside, ';').flatMap((part) => {
      const [option = '', value = ''] = part.split(/=(.*)/s);
      const options = ['$select', '$expand', '$filter', '$orderby', '$top', '$skip', '$count'];
      return checkOdataQuery(option.trim(), value, { entity: target, options }, entities);
    });
  });
}

/** Splits at a sign that stands in no parentheses. */
function splitOutside(text: string, sign: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === sign && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.filter((part) => part !== '');
}
