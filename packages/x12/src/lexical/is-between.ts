import { isBlank } from './bytes.ts';

/** Line breaks and blanks, and terminators too: one written twice leaves nothing between, which is no segment and not counted. */
export const isBetween = (byte: number, terminator: number): boolean => isBlank(byte) || byte === terminator;
