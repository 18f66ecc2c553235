// One line per place: segment, requirement, maximum use; a loop is named by its first segment and holds the lines indented below it.
export const structure = `
999 FA Implementation acknowledgment
AK1 M 1
AK2 O loop >1
  IK3 O loop >1
    CTX O 10
    IK4 O loop >1
      CTX O 10
  IK5 M 1
AK9 M 1
`;
