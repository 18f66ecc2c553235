import { validate } from '@dist/canonical';
import type * as z from 'zod';
import type { MappingIssue } from '../issue.ts';

/**
 * Why a document cannot be divided at all: it is not of its type. What the rules of its kind find does not hinder, and is told
 * where the parts are checked.
 */
export function documentFaults<Document>(schema: z.ZodType<Document>, document: unknown): readonly MappingIssue[] {
  const read = validate(schema, document);
  return read.ok || read.partial !== undefined ? [] : read.issues;
}
