// One line per place: segment, requirement, maximum use; a loop is named by its first segment and holds the lines indented below it.
export const structure = `
997 FA Functional acknowledgment
AK1 M 1
AK2 O loop >1
  AK3 O loop >1
    AK4 O 99
  AK5 M 1
AK9 M 1
`;
