import {
  fakeAcumatica,
  fakeAdobeCommerce,
  fakeAmazonSeller,
  fakeAmazonVendor,
  fakeBigcommerce,
  fakeBusinessCentral,
  fakeCollector,
  fakeDynamics365,
  fakeNetsuite,
  fakeOracleFusion,
  fakePayments,
  fakeS4hana,
  fakeSalesforce,
  fakeShopify,
  fakeTms,
  fakeWms,
} from '@dist/connectors/fakes';
import type { ContractAdapter, Fake } from '@dist/connectors/testing';
import { subjectOf as acumaticaOf, application } from '../acumatica/subject.ts';
import { subject as adobeCommerce } from '../adobe-commerce/subject.ts';
import { subject as amazonSeller } from '../amazon-seller/subject.ts';
import { subject as amazonVendor } from '../amazon-vendor/subject.ts';
import { subjectOf as analyticsOf, otlp } from '../analytics/subject.ts';
import { subject as bigcommerce } from '../bigcommerce/subject.ts';
import { subject as businessCentral } from '../business-central/subject.ts';
import { subject as dynamics365 } from '../dynamics365/subject.ts';
import { subject as netsuite } from '../netsuite/subject.ts';
import { subject as oracleFusion } from '../oracle-fusion/subject.ts';
import { subject as payments } from '../payments/subject.ts';
import { subject as s4hana } from '../s4hana/subject.ts';
import { subject as salesforce } from '../salesforce/subject.ts';
import { subject as shopify } from '../shopify/subject.ts';
import { subject as tms } from '../tms/subject.ts';
import { subject as wms } from '../wms/subject.ts';

/** An adapter as its contract test drives it. */
export interface ContractSubject {
  readonly system: string;
  readonly adapter: ContractAdapter;
  readonly fake: () => Fake;
}

/** Every adapter; of those with several ways to sign in or to tell, one. */
export const contractSubjects: readonly ContractSubject[] = [
  { system: 'netsuite', adapter: netsuite, fake: fakeNetsuite },
  { system: 's4hana', adapter: s4hana, fake: fakeS4hana },
  { system: 'business-central', adapter: businessCentral, fake: fakeBusinessCentral },
  { system: 'dynamics365', adapter: dynamics365, fake: fakeDynamics365 },
  { system: 'acumatica', adapter: acumaticaOf(application), fake: fakeAcumatica },
  { system: 'oracle-fusion', adapter: oracleFusion, fake: fakeOracleFusion },
  { system: 'shopify', adapter: shopify, fake: fakeShopify },
  { system: 'bigcommerce', adapter: bigcommerce, fake: fakeBigcommerce },
  { system: 'adobe-commerce', adapter: adobeCommerce, fake: fakeAdobeCommerce },
  { system: 'amazon-vendor', adapter: amazonVendor, fake: fakeAmazonVendor },
  { system: 'amazon-seller', adapter: amazonSeller, fake: fakeAmazonSeller },
  { system: 'salesforce', adapter: salesforce, fake: fakeSalesforce },
  { system: 'wms', adapter: wms, fake: fakeWms },
  { system: 'tms', adapter: tms, fake: fakeTms },
  { system: 'payments', adapter: payments, fake: fakePayments },
  { system: 'analytics', adapter: analyticsOf(otlp), fake: fakeCollector },
];
