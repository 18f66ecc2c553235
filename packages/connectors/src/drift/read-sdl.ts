import type { GraphqlField, GraphqlReference, GraphqlType, GraphqlTypes } from './graphql-types.ts';
import { SdlTokens } from './sdl-tokens.ts';

const kinds: Readonly<Record<string, GraphqlType['kind']>> = {
  scalar: 'scalar',
  type: 'object',
  interface: 'interface',
  union: 'union',
  enum: 'enum',
  input: 'input',
};

/** Reads a schema in GraphQL's schema definition language (GraphQL, 3). Throws a TypeError where it is none, with the place. */
export function readSdl(text: string): GraphqlTypes {
  const tokens = new SdlTokens(text);
  const types = new Map<string, GraphqlType>();
  const roots = new Map<string, string>();
  while (!tokens.isAtEnd()) {
    // A description stands before what it describes; an extension adds to what is there.
    if (tokens.skipText()) continue;
    const isExtension = tokens.skip('extend');
    const word = tokens.name();
    if (word === 'schema') readRoots(tokens, roots);
    else if (word === 'directive') readDirective(tokens);
    else {
      const kind = kinds[word];
      if (kind === undefined) throw tokens.fault('a definition');
      const made = readType(tokens, kind);
      const known = isExtension ? types.get(made.name) : undefined;
      types.set(made.name, known === undefined ? made : joined(known, made));
    }
  }
  // Without a `schema` the roots have these names.
  const query = roots.get('query') ?? ['QueryRoot', 'Query'].find((name) => types.has(name)) ?? 'Query';
  const mutation = roots.get('mutation') ?? (types.has('Mutation') ? 'Mutation' : undefined);
  return { query, mutation, types };
}

function joined(known: GraphqlType, more: GraphqlType): GraphqlType {
  const list = <T>(one: readonly T[], other: readonly T[]): T[] => [...one, ...other];
  return {
    ...known,
    fields: list(known.fields, more.fields),
    values: list(known.values, more.values),
    others: list(known.others, more.others),
  };
}

function readRoots(tokens: SdlTokens, roots: Map<string, string>): void {
  readDirectives(tokens);
  tokens.expect('{');
  while (!tokens.skip('}')) {
    tokens.skipText();
    const operation = tokens.name();
    tokens.expect(':');
    roots.set(operation, tokens.name());
  }
}

function readDirective(tokens: SdlTokens): void {
  tokens.expect('@');
  tokens.name();
  readArguments(tokens);
  tokens.skip('repeatable');
  tokens.expect('on');
  tokens.skip('|');
  do tokens.name();
  while (tokens.skip('|'));
}

function readType(tokens: SdlTokens, kind: GraphqlType['kind']): GraphqlType {
  const name = tokens.name();
  const others: string[] = [];
  if (tokens.skip('implements')) {
    tokens.skip('&');
    do others.push(tokens.name());
    while (tokens.skip('&'));
  }
  readDirectives(tokens);
  if (kind === 'union' && tokens.skip('=')) {
    tokens.skip('|');
    do others.push(tokens.name());
    while (tokens.skip('|'));
  }
  const fields: GraphqlField[] = [];
  const values: string[] = [];
  if (tokens.skip('{'))
    while (!tokens.skip('}')) {
      tokens.skipText();
      if (kind === 'enum') values.push(readValue(tokens));
      else fields.push(readField(tokens));
    }
  return { kind, name, fields, values, others };
}

function readValue(tokens: SdlTokens): string {
  const name = tokens.name();
  readDirectives(tokens);
  return name;
}

function readField(tokens: SdlTokens): GraphqlField {
  const name = tokens.name();
  const list = readArguments(tokens);
  tokens.expect(':');
  const type = readReference(tokens);
  const hasDefault = tokens.skip('=');
  if (hasDefault) tokens.skipValue();
  return { name, type, arguments: list, hasDefault, deprecated: readDirectives(tokens).includes('deprecated') };
}

function readArguments(tokens: SdlTokens): GraphqlField[] {
  const list: GraphqlField[] = [];
  if (tokens.skip('('))
    while (!tokens.skip(')')) {
      tokens.skipText();
      list.push(readField(tokens));
    }
  return list;
}

/** Lists in lists are as deep as the text has brackets; `SdlTokens` limits them. */
function readReference(tokens: SdlTokens): GraphqlReference {
  const plain: GraphqlReference = tokens.skip('[') ? readList(tokens) : { kind: 'named', name: tokens.name() };
  return tokens.skip('!') ? { kind: 'required', of: plain } : plain;
}

function readList(tokens: SdlTokens): GraphqlReference {
  const of = tokens.within(() => readReference(tokens));
  tokens.expect(']');
  return { kind: 'list', of };
}

/** The names of the directives that stand here. */
function readDirectives(tokens: SdlTokens): string[] {
  const names: string[] = [];
  while (tokens.skip('@')) {
    names.push(tokens.name());
    if (tokens.skip('('))
      while (!tokens.skip(')')) {
        tokens.name();
        tokens.expect(':');
        tokens.skipValue();
      }
  }
  return names;
}
