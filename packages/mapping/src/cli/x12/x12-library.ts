import { Failure } from '../failure.ts';

/** `@dist/x12`, which is needed for maps of X12 only. @throws Failure when it is not installed. */
export async function x12Library(): Promise<typeof import('@dist/x12')> {
  try {
    return await import('@dist/x12');
  } catch {
    throw new Failure('maps of X12 need @dist/x12: npm install @dist/x12');
  }
}
