import type { RunOptions } from '../compiled-map.ts';
import type { Format } from '../format/format.ts';
import type { Side } from '../issue.ts';
import type { PartnerMap } from '../map/partner-map.ts';
import type { Direction } from '../map/rule.ts';
import type { Operation } from '../op/operation.ts';
import { Builder } from './builder.ts';
import { Cursor } from './cursor.ts';
import { watchPrototype } from './own.ts';
import { Run } from './run.ts';

/** A run that stands at the beginning of a document. */
export function startRun(
  { formats }: RunnableMap,
  direction: Direction,
  document: unknown,
  { facts = {}, trace = false }: RunOptions,
): Run {
  watchPrototype();
  const target = formats[direction === 'read' ? 'canonical' : 'native'].shape;
  return new Run({
    direction,
    source: new Cursor(document),
    target: new Builder(target),
    facts,
    trace,
    notation: { native: formats.native.notation, canonical: formats.canonical.notation },
  });
}

/** A compiled map as the runner needs it. */
export interface RunnableMap {
  readonly map: PartnerMap;
  readonly hash: string;
  readonly operation: Operation;
  readonly formats: Readonly<Record<Side, Format>>;
  /** Which rule fills a place. */
  readonly fillers: Readonly<Record<Side, ReadonlyMap<string, string>>>;
}
