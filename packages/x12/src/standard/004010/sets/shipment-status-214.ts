// One line per place: segment, requirement, maximum use; a loop is named by its first segment and holds the lines indented below it.
export const structure = `
214 QM Carrier shipment status
B10 M 1
L11 O 300
MAN O 9999
K1 O 10
N1 O loop 10
  N2 O 1
  N3 O 2
  N4 O 1
  G61 O 1
  G62 O 1
  L11 O 10
MS3 O 12
LX O loop 999999
  AT7 O loop 10
    MS1 O 1
    MS2 O 1
  L11 O 10
  MAN O 9999
  Q7 O 10
  K1 O 10
  AT5 O 10
  AT8 O 10
  CD3 O loop 999999
    L11 O 20
    AT7 O loop 10
      MS1 O 1
      MS2 O 1
    NM1 O 1
    Q7 O 10
    AT8 O 1
    MAN O 9999
    N1 O loop 999999
      N2 O 1
      N3 O 3
      N4 O 1
      L11 O 10
  PRF O loop 999999
    N1 O loop 999999
      N2 O 1
      N3 O 2
      N4 O 1
      L11 O 10
    CD3 O loop 999999
      L11 O 20
      AT7 O loop 10
        MS1 O 1
        MS2 O 1
      MAN O 9999
  SPO O loop 999999
    SDQ O 10
  EFI O loop >1
    BIN M 1
`;
