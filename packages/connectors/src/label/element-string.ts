import { isSscc } from '@dist/canonical';

/** An element string: a GS1 application identifier and its data (GS1 General Specifications §3). */
export interface ElementString {
  /** `00` SSCC, `400` customer's purchase order, `420` ship-to postal code, `421` the same with the country in digits. */
  readonly ai: '00' | '400' | '420' | '421';
  readonly data: string;
}

/** The 82 characters that GS1 data may have (GS1 General Specifications §7.11). */
const encodable = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+$/;

/** Format of the data of each identifier (GS1 General Specifications §3.2). */
const formats: Readonly<Record<ElementString['ai'], RegExp>> = {
  '00': /^\d{18}$/,
  '400': /^.{1,30}$/,
  '420': /^.{1,20}$/,
  '421': /^\d{3}.{1,9}$/,
};

/** Whether an element string can be printed as a bar code: of a known identifier, in its format, an SSCC with its check digit. */
export function isElementString({ ai, data }: ElementString): boolean {
  if (!Object.hasOwn(formats, ai) || !formats[ai].test(data) || !encodable.test(data)) return false;
  return ai !== '00' || isSscc(data);
}

/** As people read it, under its bar code: `(00) 106141412345678908` (GS1 General Specifications §4.15). */
export function humanReadable({ ai, data }: ElementString): string {
  return `(${ai}) ${data}`;
}
