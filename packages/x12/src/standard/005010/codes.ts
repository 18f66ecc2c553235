// Code lists that are complete for the release and therefore enforced: data element, then its codes. All other lists are open.
export const codes = `
248 A C N P Q R S
349 F S X
736 0 1
`;
