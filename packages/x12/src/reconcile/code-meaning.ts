/** The places of an acknowledgment that hold codes: `AK502` stands for AK502 to AK506, `TA1` for TA105. */
export type FaultPlace = 'TA1' | 'AK304' | 'AK403' | 'AK502' | 'AK905' | 'IK304' | 'IK403' | 'IK502';

/** A code of an acknowledgment in plain words; a code that no list has is told as such. */
export function codeMeaning(place: FaultPlace, code: string): string {
  const meanings = MEANINGS[place];
  return (
    (Object.hasOwn(meanings, code) ? meanings[code] : undefined) ?? `code ${code}, which no list of the standard has`
  );
}

/** Data element 720. */
const SEGMENT: Readonly<Record<string, string>> = {
  1: 'the segment is not known',
  2: 'the segment was not expected here',
  3: 'a mandatory segment is missing',
  4: 'the loop occurs more often than allowed',
  5: 'the segment occurs more often than allowed',
  6: 'the segment does not belong to the transaction set',
  7: 'the segment is out of sequence',
  8: 'the segment has errors in its elements',
};

/** Data element 620. */
const SEGMENT_999: Readonly<Record<string, string>> = {
  ...SEGMENT,
  I4: 'the guide does not use the segment',
  I6: 'a segment that the guide requires in this case is missing',
  I7: 'the loop occurs less often than the guide asks',
  I8: 'the segment occurs less often than the guide asks',
  I9: 'the guide does not use the segment in this case',
};

/** Data element 723. */
const ELEMENT: Readonly<Record<string, string>> = {
  1: 'a mandatory element is missing',
  2: 'an element that another one requires is missing',
  3: 'too many elements',
  4: 'the value is too short',
  5: 'the value is too long',
  6: 'the value has a character that is not allowed',
  7: 'the code is not valid',
  8: 'the date is not valid',
  9: 'the time is not valid',
  10: 'the element excludes another that is present',
  12: 'too many repetitions',
  13: 'too many components',
};

/** Data element 621. */
const ELEMENT_999: Readonly<Record<string, string>> = {
  ...ELEMENT,
  I6: 'the guide does not use the code',
  I9: 'an element that the guide requires in this case is missing',
  I10: 'the guide does not use the element',
  I11: 'the element repeats less often than the guide asks',
  I12: 'the value does not have the form that the guide asks',
  I13: 'the guide does not use the element in this case',
};

/** Data element 718. */
const SET: Readonly<Record<string, string>> = {
  1: 'the transaction set is not supported',
  2: 'the trailer of the transaction set is missing',
  3: 'the control numbers of ST and SE differ',
  4: 'SE counts another number of segments',
  5: 'one or more segments are in error',
  6: 'the type of the transaction set is missing or not valid',
  7: 'the control number of the transaction set is missing or not valid',
  8: 'the name of the authentication key is not known',
  9: 'the name of the encryption key is not known',
  10: 'the requested authentication or encryption is not available',
  11: 'the recipient of the security is not known',
  12: 'the length of the encrypted message is wrong',
  13: 'the message authentication code does not fit',
  15: 'the originator of the security is not known',
  16: 'the decrypted text has a syntax error',
  17: 'security is not supported',
  18: 'the transaction set does not belong into its functional group',
  19: 'the implementation convention that ST names is not valid',
  23: 'the control number of the transaction set came before in its group',
  24: 'the end of the security (S3E) is missing',
  25: 'the start of the security (S3S) is missing',
  26: 'the end of the security (S4E) is missing',
  27: 'the start of the security (S4S) is missing',
};

/** Data element 618. */
const SET_999: Readonly<Record<string, string>> = {
  ...SET,
  I5: 'one or more segments break the guide',
  I6: 'the guide that ST names is not supported',
};

/** Data element 716. */
const GROUP: Readonly<Record<string, string>> = {
  1: 'the functional group is not supported',
  2: 'the release of the group is not supported',
  3: 'the trailer of the group is missing',
  4: 'the control numbers of GS and GE differ',
  5: 'GE counts another number of transaction sets',
  6: 'the control number of the group is not valid',
  10: 'the name of the authentication key is not known',
  11: 'the name of the encryption key is not known',
  12: 'the requested authentication or encryption is not available',
  13: 'the recipient of the security is not known',
  14: 'the originator of the security is not known',
  15: 'the decrypted text has a syntax error',
  16: 'security is not supported',
  17: 'the length of the encrypted message is wrong',
  18: 'the message authentication code does not fit',
  19: 'the control number of the group came before in its interchange',
  23: 'the end of the security (S3E) is missing',
  24: 'the start of the security (S3S) is missing',
  25: 'the end of the security (S4E) is missing',
  26: 'the start of the security (S4S) is missing',
};

/** Data element I18. */
const INTERCHANGE: Readonly<Record<string, string>> = {
  '000': 'no error',
  '001': 'the control numbers of ISA and IEA differ',
  '002': 'the standard that ISA names is not supported',
  '003': 'the version of the envelope is not supported',
  '004': 'the segment terminator is not valid',
  '005': 'the qualifier of the sender is not valid',
  '006': 'the sender is not valid',
  '007': 'the qualifier of the receiver is not valid',
  '008': 'the receiver is not valid',
  '009': 'the receiver is not known',
  '010': 'the authorization qualifier is not valid',
  '011': 'the authorization is not valid',
  '012': 'the security qualifier is not valid',
  '013': 'the security information is not valid',
  '014': 'the date of the interchange is not valid',
  '015': 'the time of the interchange is not valid',
  '016': 'the standards identifier is not valid',
  '017': 'the version of the interchange is not valid',
  '018': 'the control number of the interchange is not valid',
  '019': 'the request for an acknowledgment is not valid',
  '020': 'the usage (test or production) is not valid',
  '021': 'IEA counts another number of groups',
  '022': 'the control structure is not valid',
  '023': 'the file ends too early',
  '024': 'the content of the interchange is not valid',
  '025': 'the control number of the interchange came before',
  '026': 'the element separator is not valid',
  '027': 'the component separator is not valid',
  '028': 'the date of a deferred delivery is not valid',
  '029': 'the time of a deferred delivery is not valid',
  '030': 'the time code of a deferred delivery is not valid',
  '031': 'the grade of service is not valid',
};

const MEANINGS: Readonly<Record<FaultPlace, Readonly<Record<string, string>>>> = {
  TA1: INTERCHANGE,
  AK304: SEGMENT,
  AK403: ELEMENT,
  AK502: SET,
  AK905: GROUP,
  IK304: SEGMENT_999,
  IK403: ELEMENT_999,
  IK502: SET_999,
};
