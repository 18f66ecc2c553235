import { type Issue, write } from '@dist/x12';
import type { GatewayOptions } from '../gateway-options.ts';
import { outgoingInterchange } from '../outgoing-interchange.ts';
import type { TradingPartner } from '../trading-partner.ts';
import type { BatchedDocument } from './batch-rule.ts';

/** Of a set that can be written its size from ST to SE, of another one why not. */
export type SetBytes = { readonly bytes: number } | { readonly issues: readonly Issue[] };

/** No number is taken for what is only measured. */
const noNumbers = { sequence: async () => 0 };

/** Writes a set by itself, as it will be in its batch: what cannot be written must not get into one. */
export async function setBytes(
  gateway: Pick<GatewayOptions, 'clock' | 'usage'>,
  profile: TradingPartner,
  document: BatchedDocument,
  native: unknown,
): Promise<SetBytes> {
  const { outgoing } = await outgoingInterchange(gateway, noNumbers, profile, [{ document, natives: [native] }]);
  const written = write(outgoing);
  if (!written.ok) return { issues: written.issues };
  // One byte, one character.
  const text = new TextDecoder('latin1').decode(written.value);
  const element = text.charAt(3);
  const end = text.charAt(105) + (profile.lineBreak ?? '');
  const from = text.indexOf(`${end}ST${element}`) + end.length;
  return { bytes: text.lastIndexOf(`${end}GE${element}`) + end.length - from };
}
