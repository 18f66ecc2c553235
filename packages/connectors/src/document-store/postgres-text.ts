/**
 * How texts stand in PostgreSQL, which takes no NUL: a partner may have sent one in a control number. U+FFFF, which is no
 * character, goes before a digit that says what it stands for.
 */
export const postgresText = {
  write: (text: string): string => text.replace(/[\0\uffff]/g, (sign) => (sign === '\0' ? '\uffff0' : '\uffff1')),
  read: (text: string): string => text.replace(/\uffff([01])/g, (_, digit) => (digit === '0' ? '\0' : '\uffff')),
};
