/**
 * A text as a field of type Code keeps it: in capitals, without blanks around it (Business Central, "Code Data Type"). Numbers
 * and External Document No. are such fields, so that our reference comes back in capitals.
 */
export function codeOf(text: string): string {
  return text.trim().toUpperCase();
}
