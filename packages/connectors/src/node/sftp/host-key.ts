import { createHash } from 'node:crypto';

/** The fingerprint of a host key, given as it goes over the wire, in the words of OpenSSH: `SHA256:` and base64 unpadded. */
export function hostKeyFingerprint(key: Uint8Array): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

/** Throws a RangeError unless there is a pin and each is a SHA-256 fingerprint. */
export function checkHostKeys(pins: readonly string[]): readonly string[] {
  if (pins.length === 0) throw new RangeError('hostKeys needs at least one fingerprint; ssh-keygen -lf prints it');
  const wrong = pins.findIndex((pin) => !/^SHA256:[A-Za-z0-9+/]{43}$/.test(pin));
  if (wrong >= 0)
    throw new RangeError(`hostKeys[${wrong}] is no SHA-256 fingerprint: SHA256: and 43 characters of base64`);
  return pins;
}
