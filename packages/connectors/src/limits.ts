export {
  type AcquireRequest,
  type LimitedAnswer,
  type Limiter,
  type LimiterOptions,
  type LimiterRefusal,
  limiter,
  type Permit,
  type Priority,
  type Timer,
} from './limit/limiter.ts';
export type {
  ConcurrencyLimit,
  CostLimit,
  Limit,
  LimitScope,
  RateLimit,
  RetryHeader,
  WindowHeaders,
  WindowLimit,
} from './port/policy.ts';
