import type { Definition } from '@dist/x12';
import { withGuide } from '@dist/x12/guide';
import type { TradingPartner } from '../trading-partner.ts';
import { nativeId, receivedDefinitions } from './received-definitions.ts';
import type { ReceivedVersion } from './received-version.ts';

/** The definitions that a partner's interchanges are read with: of the sets that it may send, its guides laid over. */
export function receivedSets(
  { receives, acknowledgment }: Pick<TradingPartner, 'receives' | 'acknowledgment'>,
  versions: readonly ReceivedVersion[],
): readonly Definition[] {
  const allowed =
    receives === undefined
      ? receivedDefinitions
      : receivedDefinitions.filter(
          ({ id, functionalIdentifier }) => functionalIdentifier === 'FA' || receives.includes(id),
        );
  return allowed.map((definition) => {
    const native = nativeId(definition);
    // The first version of a format is the one in force.
    const guide = versions.find((version) => version.native === native)?.guide;
    if (guide === undefined) return definition;
    const violations = { ...acknowledgment?.violations, ...guide.violations };
    return withGuide(definition, { ...guide, violations });
  });
}
