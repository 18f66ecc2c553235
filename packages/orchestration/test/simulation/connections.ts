import type { Effect, ErpOrder, Failure, MasterData } from '@dist/orchestration';
import { enrichmentPerformer } from '@dist/orchestration';
import { orderReferences } from '@dist/orchestration/reconcile';
import type { DeliveryEffect, Outcome, Performers } from '@dist/orchestration/runtime';
import { outside } from '../outside.ts';
import { masterData } from '../sample.ts';
import type { Chance } from './chance.ts';
import type { Erp } from './erp.ts';
import type { Life } from './mortal-process.ts';
import type { PartnerMailbox } from './partner-mailbox.ts';
import type { SettledEffects } from './settled-effects.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What the connections of one process lead to, and what may go wrong on the way. */
export interface Connected {
  readonly chance: Chance;
  readonly time: VirtualTime;
  readonly erp: Erp;
  readonly mailbox: PartnerMailbox;
  readonly life: Life;
  readonly settled: SettledEffects;
  /** A look-up that does not see what is there: a fault of an ERP that no machine survives, to prove that it is seen. */
  readonly lookUpLies: boolean;
}

const incomplete: MasterData = { ...masterData, items: [], itemCrossReferences: [] };
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const failure = (name: Failure['class'], message: string): Outcome => ({
  failure: { class: name, code: name, message },
});

/** The performers of one process. Each call may fail before it arrives, arrive late, or lose its answer. */
export function connections(connected: Connected): Performers {
  const { erp, life, settled, lookUpLies } = connected;
  const quiet = async (effect: Effect): Promise<Outcome> => {
    settled.performed(effect);
    life.pass('quiet');
    return {};
  };
  const { remember } = orderReferences(life.journal);
  const lacks = (key: string) => connected.chance.is(`master data lacks/${key}`, 0.08) && !key.includes('enrich/');
  const { performers } = outside({
    'order.enrich': async (effect, context) => {
      settled.performed(effect);
      life.pass('enrich');
      const known = lacks(effect.key) ? incomplete : masterData;
      return remember(enriched(known))(effect, context);
    },
    'erp.submit': (effect) => {
      settled.performed(effect);
      return submit(connected, effect.body.request, effect);
    },
    'erp.find': async (effect) => {
      settled.performed(effect);
      const { externalReference, partId, attempt } = effect.body;
      const lost = sent(connected, effect);
      if (lost !== undefined) return lost;
      life.pass('find/asked');
      const answer = erp.find(lookUpLies ? 'another' : externalReference, partId, attempt);
      return answered(connected, effect, { events: [answer] });
    },
    'erp.cancel': async (effect) => {
      settled.performed(effect);
      const lost = sent(connected, effect);
      if (lost !== undefined) return lost;
      life.pass('cancel/asked');
      const { number, cancel, partId } = effect.body;
      return answered(connected, effect, erp.cancel(number, cancel, partId));
    },
    'document.deliver': (effect) => deliver(connected, effect),
    'shop.fulfillment': quiet,
    'shop.invoice': quiet,
  });
  const send = performers['document.send'];
  return {
    ...performers,
    'document.send': (effect, context) => {
      settled.performed(effect);
      return send(effect, context);
    },
  };
}

/** Answers of enrichment by what was asked, since a thousand runs ask for the same few orders. */
const answers = new Map<string, Promise<Outcome>>();

/** Enrichment is a pure function of the order and master data: each question is worked out once for all runs. */
function enriched(known: MasterData): Performers['order.enrich'] {
  return (effect, context) => {
    const question = JSON.stringify([effect.body, known === incomplete]);
    const answer = answers.get(question) ?? enrichmentPerformer({ resolve: async () => known })(effect, context);
    answers.set(question, answer);
    return answer;
  };
}

/** The times that an effect was tried, over all lives of the process, so that each try has its own chance. */
const nameOf = ({ key, attempt }: Effect | DeliveryEffect, { time }: Connected) => `${key}@${attempt}/${time.now()}`;

async function submit(connected: Connected, request: ErpOrder, effect: Effect): Promise<Outcome> {
  const { chance, time, erp, life } = connected;
  const name = nameOf(effect, connected);
  if (chance.goesWrong(`throttled/${name}`, 0.04)) return failure('throttled', 'too many requests');
  if (chance.is(`wrong price/${effect.key}@${effect.attempt}`, 0.02)) return failure('pricing', 'price is not ours');
  const unsent = sent(connected, effect);
  if (unsent !== undefined) return unsent;
  if (chance.goesWrong(`late-submit/${name}`, 0.04)) {
    // It arrives when nobody waits for the answer any more, but before the policy has it looked up.
    time.after(chance.between(`late by/${name}`, 1, 8), async () => {
      if (erp.refuses(request) === undefined) erp.book(request, effect.key);
    });
    return failure('inDoubt', 'no answer in time');
  }
  life.pass('submit/asked');
  const answer = erp.refuses(request) ?? erp.book(request, effect.key);
  return answered(connected, effect, { events: [answer] });
}

/** Undefined when the call arrives. */
function sent(connected: Connected, effect: Effect | DeliveryEffect): Outcome | undefined {
  const name = nameOf(effect, connected);
  connected.life.pass('call');
  if (connected.chance.goesWrong(`unsent/${name}`, 0.06)) return failure('transport', 'connection refused');
  return undefined;
}

/** The answer, unless it gets lost on its way back. */
function answered(connected: Connected, effect: Effect, outcome: Outcome): Outcome {
  connected.life.pass('answer');
  const lost = connected.chance.goesWrong(`lost-reply/${nameOf(effect, connected)}`, 0.08);
  return lost ? failure(effect.safety === 'lookupFirst' ? 'inDoubt' : 'transport', 'no answer') : outcome;
}

async function deliver(connected: Connected, effect: DeliveryEffect): Promise<Outcome> {
  const { life, mailbox, chance } = connected;
  const unsent = sent(connected, effect);
  if (unsent !== undefined) return unsent;
  const document = await life.journal.document(effect.body.document);
  if (document === undefined) throw new TypeError(`no document ${effect.body.document}`);
  life.pass('deliver/asked');
  mailbox.receive(document.key, text(document.bytes));
  life.pass('deliver/answer');
  const lost = chance.goesWrong(`lost-receipt/${nameOf(effect, connected)}`, 0.05);
  return lost ? failure('transport', 'no receipt') : {};
}
