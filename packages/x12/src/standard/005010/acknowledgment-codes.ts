// Acknowledgment. Code lists that are complete for the release and therefore enforced: data element, then its codes. All other lists are open.
export const acknowledgmentCodes = `
618 1 2 3 4 5 6 7 8 9 10 11 12 13 15 16 17 18 19 23 24 25 26 27 I5 I6
620 1 2 3 4 5 6 7 8 I4 I6 I7 I8 I9
621 1 2 3 4 5 6 7 8 9 10 12 13 I6 I9 I10 I11 I12 I13
715 A E M P R W X
716 1 2 3 4 5 6 10 11 12 13 14 15 16 17 18 19 23 24 25 26
717 A E M R W X
718 1 2 3 4 5 6 7 8 9 10 11 12 13 15 16 17 18 19 23 24 25 26 27
720 1 2 3 4 5 6 7 8
723 1 2 3 4 5 6 7 8 9 10 12 13
`;
