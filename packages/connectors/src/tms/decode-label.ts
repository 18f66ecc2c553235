import { type Result, validate } from '@dist/canonical';
import * as z from 'zod';
import type { Label, LabelFile, LabelFormat } from '../port/labels.ts';
import { present } from '../port/present.ts';
import { optionalText } from '../wire/optional-text.ts';
import { money } from './money-of.ts';

const download = z
  .looseObject({ href: optionalText, pdf: optionalText, png: optionalText, zpl: optionalText })
  .nullish();

/** What is read of a label; whatever else ShipEngine sends is left. */
const labelWire = z.looseObject({
  label_id: z.string().min(1),
  status: z.string(),
  voided: z.boolean().nullish(),
  external_shipment_id: optionalText,
  tracking_number: optionalText,
  carrier_code: optionalText,
  service_code: optionalText,
  shipment_cost: money.nullish(),
  label_format: optionalText,
  label_download: download,
  packages: z.array(z.looseObject({ tracking_number: optionalText, label_download: download })).nullish(),
});

const statuses: Readonly<Record<string, Label['status']>> = {
  processing: 'pending',
  completed: 'ready',
  error: 'failed',
  voided: 'voided',
};

const formats: readonly LabelFormat[] = ['pdf', 'png', 'zpl'];

/** A label of `POST /v1/labels` and `GET /v1/labels`. */
export function decodeLabel(json: unknown): Result<Label> {
  const wire = validate(labelWire, json);
  if (!wire.ok) return { ok: false, issues: wire.issues };
  const { value } = wire;
  const format = formats.find((one) => one === value.label_format) ?? 'pdf';
  return {
    ok: true,
    issues: wire.issues,
    value: present({
      id: value.label_id,
      reference: value.external_shipment_id ?? '',
      status: value.voided === true ? ('voided' as const) : statusOf(value.status),
      carrier: present({
        name: value.carrier_code,
        service: value.service_code,
        trackingNumber: value.tracking_number,
      }),
      cost: value.shipment_cost ?? undefined,
      files: filesOf(value.label_download, format),
      packages: (value.packages ?? []).map((one) =>
        present({ trackingNumber: one.tracking_number, files: filesOf(one.label_download, format) }),
      ),
    }),
  };
}

/** A link for each form; of an inline label the bytes of the one that was asked for, in a data URL (RFC 2397). */
function filesOf(found: z.infer<typeof download>, asked: LabelFormat): LabelFile[] {
  if (found === undefined || found === null) return [];
  const base64 = /^data:[\w./+-]*;base64,([A-Za-z0-9+/]+={0,2})$/.exec(found.href ?? '')?.[1];
  if (base64 !== undefined) return [{ format: asked, base64 }];
  const links = formats.flatMap((format) => {
    const url = found[format];
    return url === undefined ? [] : [{ format, url }];
  });
  return links.length > 0 || found.href === undefined ? links : [{ format: asked, url: found.href }];
}

function statusOf(word: string): Label['status'] {
  return (Object.hasOwn(statuses, word) ? statuses[word] : undefined) ?? 'unknown';
}
