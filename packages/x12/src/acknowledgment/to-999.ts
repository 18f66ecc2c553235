import type { FunctionalAcknowledgment997 } from '../generated/005010/functional-acknowledgment-997.ts';
import type { ImplementationAcknowledgment999 } from '../generated/005010/implementation-acknowledgment-999.ts';

/** A 997 as a 999: the same statements, in IK3, IK4 and IK5 instead of AK3, AK4 and AK5. */
export function to999({ AK1, AK2Loop, AK9 }: FunctionalAcknowledgment997): ImplementationAcknowledgment999 {
  const sets = AK2Loop?.map(({ AK2, AK3Loop, AK5 }) => ({
    AK2,
    IK3Loop: AK3Loop?.map(({ AK3, AK4 }) => ({ IK3: AK3, IK4Loop: AK4?.map((element) => ({ IK4: element })) })),
    IK5: AK5,
  }));
  return { AK1, AK2Loop: sets, AK9 };
}
