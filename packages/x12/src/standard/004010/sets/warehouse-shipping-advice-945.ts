// One line per place: segment, requirement, maximum use; a loop is named by its first segment and holds the lines indented below it.
export const structure = `
945 SW Warehouse shipping advice
W06 M 1
N1 M loop 10
  N2 O 1
  N3 O 2
  N4 O 1
  PER O 5
N9 O 10
G61 O 3
G62 O 5
NTE O 20
W27 O 1
W6 O 1
W28 O 1
W10 O 10
G72 O 5
LM O loop 10
  LQ M 100
LX O loop >1
  MAN O >1
  PAL O 1
  N9 O 5
  W12 O loop >1
    G69 O 5
    N9 O 200
    G62 O 10
    QTY O 10
    MEA O 5
    AMT O 1
    R4 O 5
    W27 O 1
    N1 O 5
    G72 O 5
    LM O loop 10
      LQ M 100
    LS O 1
    LX O loop >1
      N9 O >1
      G62 O 10
      N1 O 1
      LM O loop 10
        LQ M 100
    LE O 1
    FA1 O loop >1
      FA2 M >1
W03 O 1
`;
