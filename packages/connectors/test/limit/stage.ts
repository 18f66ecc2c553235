import {
  type AcquireRequest,
  type Limit,
  type LimitedAnswer,
  type LimiterOptions,
  type LimiterRefusal,
  limiter,
  type Permit,
} from '../../src/limits.ts';
import { Simulation } from './simulation.ts';

export interface Asked {
  readonly name: string;
  /** When it went or was refused. */
  at?: number;
  permit?: Permit;
  refusal?: LimiterRefusal;
  error?: unknown;
}

/** A limiter in simulated time, and what became of those who asked. Chance is always the least. */
export function stage(limits: readonly Limit[], options: LimiterOptions = {}) {
  const simulation = new Simulation();
  const subject = limiter(limits, {
    now: () => simulation.now,
    timer: (callback, wait) => simulation.after(wait, callback),
    random: () => 0,
    ...options,
  });
  const went: string[] = [];
  const ask = (name: string, request?: AcquireRequest): Asked => {
    const asked: Asked = { name };
    subject.acquire(request).then(
      (answer) => {
        asked.at = simulation.now;
        if (answer.refused) asked.refusal = answer;
        else {
          asked.permit = answer;
          went.push(name);
        }
      },
      (error: unknown) => {
        asked.at = simulation.now;
        asked.error = error;
      },
    );
    return asked;
  };
  /** Sends one, which is answered at once. */
  const spend = async () => {
    const permit = await subject.acquire();
    if (!permit.refused) permit.done(ok);
  };
  return { simulation, subject, went, ask, spend };
}

export function answer(status: number, headers: Record<string, string> = {}, json?: unknown): LimitedAnswer {
  return { status, headers: new Headers(headers), json };
}

export const ok: LimitedAnswer = answer(200);
