export type { AnswerDifference } from './router/difference.ts';
export { memoryRouteDirectory } from './router/memory-route-directory.ts';
export type { RouteDirectory } from './router/route-directory.ts';
export { type BusinessService, RoutePolicy, type RouteRule } from './router/route-policy.ts';
export { type RoutedSystem, type RouterSettings, router } from './router/router.ts';
export type { Shadow, ShadowReport } from './router/shadowing.ts';
