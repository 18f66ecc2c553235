export { type CarryingOptions, carrying } from './carrier/carrying.ts';
export { type DueEffectsOptions, dueEffects } from './carrier/due-effects.ts';
export type { EffectCarrier } from './carrier/effect-carrier.ts';
export { type MemoryCarrier, memoryCarrier } from './carrier/memory-carrier.ts';
export { relay } from './carrier/relay.ts';
export type { EffectNotice } from './runtime/journal.ts';
