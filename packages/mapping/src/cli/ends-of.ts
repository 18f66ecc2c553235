import type { Result } from '../result.ts';
import type { Invocation } from './command.ts';
import { type CompiledEnds, compiledEnds } from './compiled-ends.ts';
import { Failure } from './failure.ts';
import { partnerEnds } from './partner-ends.ts';
import type { System } from './system.ts';

/** A map as a person named it: a file or id with overlays, or the folder of a partner with a document of its profile. */
export interface MapName {
  readonly name: string;
  readonly overlays: readonly string[];
  /** `850`, or `850 in`; for folders only. */
  readonly document: string | undefined;
  /** A module with codecs; for maps alone. */
  readonly codecs: string | undefined;
}

/** What the options of a command name: `overlay` is the option for overlays of this map. */
export function mapName(invocation: Invocation, name: string, overlay = 'overlay'): MapName {
  const [document, codecs] = [invocation.option('document'), invocation.option('codecs')];
  return { name, overlays: invocation.options(overlay), document, codecs };
}

/** Compiles it with both its ends. @throws Failure when a file or folder can not be used, or there is no such document. */
export async function endsOf(
  { name, overlays, document, codecs }: MapName,
  system: System,
): Promise<Result<CompiledEnds>> {
  if (!(await system.isFolder(name))) return compiledEnds({ name, overlays, codecs }, system);
  if (overlays.length === 0) return partnerEnds(name, document, system);
  throw new Failure(`${name} is the folder of a partner, whose profile names the overlays: leave --overlay out`);
}
