import type { Severity } from './issue.ts';

/** What every kind of fault means: its severity and the acknowledgment code, where one kind has always the same. */
export const issueCodes = {
  // The file
  'file-empty': ['error'],
  'file-not-x12': ['error'],
  'file-too-large': ['error'],
  'file-unreadable-text': ['error'],
  // The interchange: an error rejects it (TA1 R)
  'interchange-header-width': ['error', 'TA1-024'],
  'interchange-header-field': ['error'],
  'interchange-separators': ['error', 'TA1-027'],
  'interchange-trailer-missing': ['error', 'TA1-023'],
  'interchange-trailer-control-number': ['error', 'TA1-001'],
  'interchange-group-count': ['error', 'TA1-021'],
  'interchange-structure': ['error', 'TA1-022'],
  'interchange-receiver': ['error', 'TA1-008'],
  'interchange-usage': ['error', 'TA1-020'],
  // The functional group: an error rejects it (AK9 R)
  'group-type': ['error', 'AK905-1'],
  'group-release': ['error', 'AK905-2'],
  'group-trailer-missing': ['error', 'AK905-3'],
  'group-trailer-control-number': ['error', 'AK905-4'],
  'group-set-count': ['error', 'AK905-5'],
  'group-control-number': ['error', 'AK905-6'],
  // The transaction set
  'set-not-supported': ['error', 'AK502-1'],
  'set-trailer-missing': ['error', 'AK502-2'],
  'set-trailer-control-number': ['error', 'AK502-3'],
  'set-segment-count': ['error', 'AK502-4'],
  'set-type': ['error', 'AK502-6'],
  'set-control-number': ['error', 'AK502-7'],
  'set-too-many-issues': ['error', 'AK502-5'],
  'set-too-large': ['error', 'AK502-5'],
  // Segments
  'segment-unknown': ['error', 'AK304-1'],
  'segment-unexpected': ['error', 'AK304-2'],
  'segment-missing': ['error', 'AK304-3'],
  'loop-over-repeat': ['error', 'AK304-4'],
  'segment-over-use': ['error', 'AK304-5'],
  'segment-not-in-set': ['error', 'AK304-6'],
  'segment-out-of-sequence': ['error', 'AK304-7'],
  'segment-too-long': ['error', 'AK304-8'],
  'segment-too-many-elements': ['error', 'AK304-8'],
  'segment-binary-length': ['error', 'AK304-8'],
  // Elements
  'element-missing': ['error', 'AK403-1'],
  'element-conditional': ['error', 'AK403-2'],
  'element-too-many': ['error', 'AK403-3'],
  'element-too-short': ['error', 'AK403-4'],
  'element-too-long': ['error', 'AK403-5'],
  'element-invalid-character': ['error', 'AK403-6'],
  'element-invalid-code': ['error', 'AK403-7'],
  'element-invalid-date': ['error', 'AK403-8'],
  'element-invalid-time': ['error', 'AK403-9'],
  'element-excluded': ['error', 'AK403-10'],
  'element-too-many-components': ['error', 'AK403-13'],
  'element-repeated': ['error', 'AK403-12'],
  // Hierarchical levels
  'level-duplicate': ['error', 'AK403-7'],
  'level-parent': ['error', 'AK403-7'],
  'level-children': ['error', 'AK403-7'],
  'level-order': ['warning'],
  // Writing
  'document-property': ['error'],
  'document-value': ['error'],
  'value-holds-separator': ['error', 'AK403-6'],
  'outgoing-header': ['error'],
  'outgoing-control-number': ['error'],
  'outgoing-separators': ['error'],
  'outgoing-empty': ['error'],
  'outgoing-group': ['error'],
} as const satisfies Record<string, readonly [Severity, string?]>;

/** The stable names of all kinds of fault. */
export type IssueCode = keyof typeof issueCodes;
