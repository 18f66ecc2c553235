import type { WebhookStore } from './webhook-store.ts';

/**
 * A store in memory, for tests: with the process it forgets what it has seen. `save` gets each work once; when it throws
 * nothing is remembered.
 */
export function memoryWebhookStore<Work>(save: (work: Work, key: string) => void): WebhookStore<Work> {
  const done = new Set<string>();
  const leases = new Map<string, number>();
  return {
    async claim(key, { now, until }) {
      if (done.has(key)) return 'done';
      if ((leases.get(key) ?? now) > now) return 'busy';
      leases.set(key, until);
      return 'claimed';
    },
    async commit(key, work) {
      if (done.has(key)) return 'done';
      save(work, key);
      done.add(key);
      leases.delete(key);
      return 'committed';
    },
    async release(key, { until }) {
      if (leases.get(key) === until) leases.delete(key);
    },
  };
}
