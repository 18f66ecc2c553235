/** What pages of the tower send with what they ask. */
export const headerNames = {
  /** The visitor's token: no write is taken without it. */
  token: 'X-Tower-Token',
  /** Somebody was at the page within the last minute: what a page asks by itself keeps no session from ending. */
  active: 'X-Tower-Active',
} as const;
