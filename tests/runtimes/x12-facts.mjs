/** What must be true of the program's result, whatever the runtime: `[sentence, found, expected]`. */
export function factsOf({ received, issues, document, acknowledgment, answer, guide, stream }) {
  return [
    ['the good order is accepted and the other rejected', received, ['850 0001 accepted', '850 0002 rejected']],
    ['one fault is one issue', issues.length, 1],
    [
      'the fault is told with its place and a caret',
      /^PO1 segment 19,.*\[AK403-6\]\n.*\*1O\*.*\n +\^\^$/.test(issues[0]),
      true,
    ],
    ['letters beyond ASCII are read', document.N9Loop[0].MSG[0].messageText, 'Größe prüfen, dépôt nº 7'],
    ['an element has its name', document.PO1Loop[1].PO1.quantityOrdered, '6'],
    [
      'the 997 accepts one and says what is wrong with the other',
      acknowledgment.match(/AK1.*AK9[^~]*/)?.[0],
      'AK1*PO*311~AK2*850*0001~AK5*A~AK2*850*0002~AK3*PO1*19**8~AK4*2*330*6*1O~AK5*R*5~AK9*P*2*2*1',
    ],
    ['the 855 answers the order', answer.text.match(/BAK[^~]*/)?.[0], 'BAK*00*AD*SMP70001*20260227'],
    ['the 855 is sound', answer.readAgain, '855 accepted'],
    ['the 855 reads as it was written', answer.isSame, true],
    ['the guide is broken in four places of the good order', guide.found.slice(0, 4), guideFaults],
    ['a fault against the guide is a warning', guide.statuses, ['accepted-with-errors', 'rejected']],
    ['the guide is printed', guide.printed.startsWith('# Sample Mercantile 850\n'), true],
    ['the stream has all its orders', [stream.sets, stream.refused, stream.lines], [5000, 0, 10_000]],
    ['the stream ends as it should', stream.ends, ['group 311, 0 issues', 'interchange 000004711, 0 issues']],
    ['the last order is the last', stream.last.BEG.purchaseOrderNumber, 'SMP75000'],
  ];
}

const guideFaults = [
  'guide-missing REF AK304-3',
  'guide-condition TD5/0/TD506 AK403-2',
  'guide-length N1Loop/1/N1/N104 AK403-4',
  'guide-code PO1Loop/1/PO1/PO103 AK403-7',
];
