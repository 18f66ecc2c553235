/** A shipment as ShipEngine keeps it: what was sent, with an id. */
export interface FakeShipment {
  shipment_id?: string;
  external_shipment_id?: string | undefined;
  carrier_id?: string;
  service_code?: string;
  ship_to?: Record<string, unknown>;
  ship_from?: Record<string, unknown>;
  packages?: { weight?: unknown }[];
}

/** A label as ShipEngine gives it. */
export interface FakeLabel {
  readonly label_id: string;
  status: string;
  readonly shipment_id: string;
  readonly external_shipment_id: string | null;
  voided: boolean;
  readonly tracking_number: string;
  readonly [field: string]: unknown;
}

export interface TmsState {
  /** The next number of an id. */
  next: number;
  readonly carriers: { readonly carrier_id: string; readonly [field: string]: unknown }[];
  readonly services: ReadonlySet<string>;
  readonly carrierCodes: ReadonlySet<string>;
  readonly shipments: FakeShipment[];
  readonly labels: FakeLabel[];
  /** Tracking numbers that a carrier has seen: their labels are not taken back. */
  readonly scanned: Set<string>;
  /** Answers of `GET /v1/tracking` by tracking number. */
  readonly tracked: Map<string, object>;
}

/** An account with one carrier, the label `se-900` under the reference `kit.L-0`, and one parcel on its way. */
export function tmsState(): TmsState {
  const shipment: FakeShipment = {
    shipment_id: 'se-800',
    external_shipment_id: 'kit.L-0',
    carrier_id: 'se-100',
    service_code: 'ups_ground',
  };
  const label: FakeLabel = {
    label_id: 'se-900',
    status: 'completed',
    shipment_id: 'se-800',
    external_shipment_id: 'kit.L-0',
    shipment_cost: { currency: 'usd', amount: 7.4 },
    tracking_number: '9400111899223000000000',
    carrier_id: 'se-100',
    service_code: 'ups_ground',
    carrier_code: 'stamps_com',
    voided: false,
    label_format: 'pdf',
    label_download: {
      href: 'https://api.shipengine.com/v1/downloads/se-900.pdf',
      pdf: 'https://api.shipengine.com/v1/downloads/se-900.pdf',
    },
    packages: [],
  };
  return {
    next: 1000,
    carriers: [
      {
        carrier_id: 'se-100',
        carrier_code: 'stamps_com',
        account_number: 'sample',
        requires_funded_amount: true,
        balance: 100.5,
        nickname: 'sample',
        friendly_name: 'Stamps.com',
        disabled_by_billing_plan: false,
      },
    ],
    services: new Set(['ups_ground', 'usps_priority_mail']),
    carrierCodes: new Set(['ups', 'stamps_com']),
    shipments: [shipment],
    labels: [label],
    scanned: new Set(),
    tracked: new Map([['1Z932R800390810600', onItsWay]]),
  };
}

/** By "Track a Package" of the documentation. */
const onItsWay = {
  tracking_number: '1Z932R800390810600',
  status_code: 'DE',
  status_detail_code: 'DELIVERED',
  carrier_code: 'ups',
  carrier_id: 3,
  status_description: 'Delivered',
  carrier_status_code: 'D',
  carrier_status_description: 'DELIVERED',
  ship_date: '2026-03-01T11:59:03.289Z',
  estimated_delivery_date: '2026-03-04T11:59:03.289Z',
  actual_delivery_date: '2026-03-04T11:59:03.289Z',
  events: [
    {
      occurred_at: '2026-03-04T12:32:00Z',
      carrier_occurred_at: '2026-03-04T05:32:00',
      description: 'Delivered',
      city_locality: 'OCEANSIDE',
      state_province: 'CA',
      postal_code: '92056',
      country_code: '',
      company_name: '',
      signer: 'SAMPLE',
      event_code: 'D',
      carrier_detail_code: 'FS',
      status_code: 'DE',
      status_description: 'Delivered',
      carrier_status_code: 'D',
      carrier_status_description: 'DELIVERED',
    },
    {
      occurred_at: '2026-03-02T14:00:00Z',
      carrier_occurred_at: '2026-03-02T08:00:00',
      description: 'Arrived at Facility',
      city_locality: 'AUSTIN',
      state_province: 'TX',
      postal_code: '78756',
      country_code: 'US',
      company_name: '',
      signer: '',
      event_code: 'I',
      carrier_detail_code: 'AR',
      status_code: 'IT',
      status_description: 'In Transit',
      carrier_status_code: 'I',
      carrier_status_description: 'IN TRANSIT',
    },
  ],
};
