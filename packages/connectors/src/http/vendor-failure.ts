import type { ErrorClass } from '../port/error-class.ts';
import { type ConnectorFailure, failure } from '../port/failure.ts';
import { redact } from './redact.ts';

/** Makes failures that name the system and hold none of the secrets, which may grow while it is used. */
export function vendorFailure(
  system: string,
  secrets: readonly string[],
): (name: ErrorClass, text: string, known?: Parameters<typeof failure>[2]) => ConnectorFailure {
  const clean = (text: string) => redact(text, secrets);
  return (name, text, known) => {
    const code = known?.vendor?.code;
    const vendor = code === undefined ? known?.vendor : { ...known?.vendor, code: clean(code) };
    return failure(name, `${system}: ${clean(text)}`, { ...known, vendor });
  };
}
