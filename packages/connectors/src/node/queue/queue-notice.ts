import { createHash } from 'node:crypto';

/**
 * What a queue is told of an effect, as `@dist/orchestration/carrier` has it (`EffectNotice`): its content stays in the
 * journal, so that nothing of an order, and no secret, lies in the broker.
 */
export interface QueueNotice {
  readonly key: string;
  readonly attempt: number;
  readonly lane: string;
  readonly class: QueueClass;
  /** ISO instant before which it must not start. */
  readonly notBefore: string;
}

/** How soon an effect is wanted. Each has a queue of its own, so that a thousand of one class keep back none of another. */
export type QueueClass = (typeof queueClasses)[number];

export const queueClasses = ['realTime', 'nearRealTime', 'batch'] as const;

/** The name of one attempt at one effect, of the letters that a subject of NATS and a message id of AMQP may have. */
export function noticeId({ key, attempt }: Pick<QueueNotice, 'key' | 'attempt'>): string {
  return createHash('sha256').update(`${key}@${attempt}`).digest('base64url');
}

/** The content of a message: JSON in UTF-8. */
export function writeNotice({ key, attempt, lane, class: group, notBefore }: QueueNotice): string {
  return JSON.stringify({ key, attempt, lane, class: group, notBefore });
}

/** The notice that a message has; undefined when it has none, since others may write into a queue too. */
export function readNotice(content: Uint8Array): QueueNotice | undefined {
  if (content.length > longest) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
    return isNotice(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Bytes. A key is a few hundred. */
const longest = 65_536;

function isNotice(value: unknown): value is QueueNotice {
  if (typeof value !== 'object' || value === null) return false;
  const { key, attempt, lane, class: group, notBefore }: Partial<Record<keyof QueueNotice, unknown>> = value;
  return (
    typeof key === 'string' &&
    typeof attempt === 'number' &&
    typeof lane === 'string' &&
    queueClasses.some((name) => name === group) &&
    typeof notBefore === 'string' &&
    !Number.isNaN(Date.parse(notBefore))
  );
}
