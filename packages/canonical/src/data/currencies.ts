// ISO 4217 list one: digits after the point of the minor unit. Two sources: the maintenance agency's table as the data set
// currency-codes holds it, and CLDR 48 for which codes are current. They differ only in what was amended since the
// data set: BYN, MRU, STN, VES, SLE, ZWG and XCG were compared with CLDR and one more list; UYW, VED and XAD are single.
// Codes without a minor unit (XDR, XUA, XSU, gold, bonds, XTS, XXX) are no currency to bill in, and are left out.
const twoDigits =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE ' +
  'CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR ' +
  'KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB ' +
  'PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY ' +
  'TTD TWD TZS UAH USD UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG ' +
  // Units of account that list one has beside a country's currency.
  'BOV CHE CHW COU MXV USN ' +
  // Withdrawn from list one since 2022: documents that are kept for years still carry them.
  'ANG BGN CUC HRK SLL ZWL';

const otherDigits: Readonly<Record<string, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const minorUnits: ReadonlyMap<string, number> = new Map([
  ...twoDigits.split(' ').map((code) => [code, 2] as const),
  ...Object.entries(otherDigits).flatMap(([digits, codes]) =>
    codes.split(' ').map((code) => [code, Number(digits)] as const),
  ),
]);

/**
 * Digits after the point of a currency's minor unit (ISO 4217): 2 for USD, 0 for JPY, 3 for KWD, 4 for CLF. Undefined for
 * an unknown code and for one without a minor unit (gold, `XXX`).
 */
export function minorUnit(currency: string): number | undefined {
  return minorUnits.get(currency);
}
