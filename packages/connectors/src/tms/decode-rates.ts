import { type Result, validate } from '@dist/canonical';
import { sum } from '@dist/canonical/arithmetic';
import * as z from 'zod';
import { present } from '../port/present.ts';
import type { Rate, RefusedRate } from '../port/rates.ts';
import { optionalText } from '../wire/optional-text.ts';
import { money } from './money-of.ts';

const rateWire = z.looseObject({
  rate_id: z.string().min(1),
  carrier_id: z.string().min(1),
  service_code: z.string().min(1),
  service_type: optionalText,
  carrier_friendly_name: optionalText,
  shipping_amount: money,
  insurance_amount: money,
  confirmation_amount: money,
  other_amount: money,
  tax_amount: money.nullish(),
  delivery_days: z.number().int().nonnegative().nullish(),
  estimated_delivery_date: optionalText,
  guaranteed_service: z.boolean().nullish(),
  validation_status: optionalText,
  warning_messages: z.array(z.string()).nullish(),
  error_messages: z.array(z.string()).nullish(),
});

const answerWire = z.looseObject({
  rate_response: z.looseObject({
    rates: z.array(z.unknown()),
    invalid_rates: z.array(z.unknown()).nullish(),
    errors: z.array(z.looseObject({ message: optionalText, carrier_id: optionalText })).nullish(),
  }),
});

/** What carriers ask, and who does not carry it. */
export interface DecodedRates {
  readonly rates: readonly Rate[];
  readonly refused: readonly RefusedRate[];
}

/** The answer of `POST /v1/rates`. A rate that cannot be read is refused with the reason, so that the others count. */
export function decodeRates(json: unknown): Result<DecodedRates> {
  const wire = validate(answerWire, json);
  if (!wire.ok) return { ok: false, issues: wire.issues };
  const { rates: found, invalid_rates: invalid, errors } = wire.value.rate_response;
  const rates: Rate[] = [];
  const refused: RefusedRate[] = (errors ?? []).map(({ message = 'not said why', carrier_id: carrier }) =>
    present({ carrier, message }),
  );
  for (const one of [...found, ...(invalid ?? [])]) {
    const rate = decodeRate(one);
    if ('message' in rate) refused.push(rate);
    else rates.push(rate);
  }
  return { ok: true, issues: wire.issues, value: { rates, refused } };
}

function decodeRate(json: unknown): Rate | RefusedRate {
  const wire = validate(rateWire, json);
  if (!wire.ok) return { message: `a rate cannot be read: ${wire.issues[0]?.message ?? 'it has another shape'}` };
  const { value } = wire;
  const { carrier_id: carrier, service_code: service } = value;
  const faults = value.error_messages ?? [];
  if (faults.length > 0 || value.validation_status === 'invalid')
    return { carrier, service, message: faults.join('; ') || 'invalid' };
  const parts = [
    value.shipping_amount,
    value.insurance_amount,
    value.confirmation_amount,
    value.other_amount,
    ...(value.tax_amount ? [value.tax_amount] : []),
  ];
  const { currency } = value.shipping_amount;
  if (parts.some((part) => part.currency !== currency && part.amount !== '0'))
    return { carrier, service, message: 'its parts are in several currencies' };
  return present({
    id: value.rate_id,
    carrier,
    carrierName: value.carrier_friendly_name ?? carrier,
    service,
    serviceName: value.service_type ?? service,
    total: { amount: sum(parts.map(({ amount }) => amount)), currency },
    deliveryDays: value.delivery_days ?? undefined,
    deliveredOn: /^\d{4}-\d\d-\d\d/.exec(value.estimated_delivery_date ?? '')?.[0],
    guaranteed: value.guaranteed_service === true,
    warnings: value.warning_messages ?? [],
  });
}
