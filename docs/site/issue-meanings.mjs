// What a code means, where the sources have no fixed sentence: there the words are put together from the definition, the guide or the
// value at hand. Every code without a sentence of its own has to be here; tests/house/site.test.ts looks.

/** By code, one or two sentences in Markdown. */
export const meanings = {
  // X12: the file
  'file-unreadable': 'A file could not be opened or read to its end. The message has the reason that the system gives.',
  // The envelope
  'group-release':
    'The group is in a release (GS08) that none of the given definitions has. Give the definitions of that release, or ask for the nearest one.',
  'group-release-nearest':
    'The release (GS08) is not there, and the group was read by the nearest one that is. Nothing is wrong with the file.',
  'group-trailer-missing':
    'A group begins (GS) and does not end: its GE is missing, or stands behind something that must come after it.',
  'set-not-supported':
    'No definition was given for this transaction set (ST01) in this release. The message says which ones there are.',
  // Segments
  'segment-unknown':
    'No segment of this release has this id. Often a separator inside a value, or a line break where none belongs.',
  'segment-not-in-set': 'The segment exists in the release, and this transaction set has no place for it.',
  'segment-unexpected':
    'The set has this segment, and not here: not in this loop, or the loop that it belongs to has not begun.',
  'segment-out-of-sequence':
    'The segment comes before or after its place. X12 fixes the order of segments within a loop.',
  'segment-over-use': 'The segment stands there more often than the definition allows in this place.',
  'loop-over-repeat': 'The loop repeats more often than the definition allows.',
  'segment-too-long': 'The segment has more bytes than `limits.segmentBytes`. Often a lost segment terminator.',
  'segment-too-many-elements': 'The segment has more elements than `limits.elements`. Often a lost segment terminator.',
  'segment-binary-length':
    'The length that BIN or BDS states is not that of the data behind it, so that nobody can say where the segment ends.',
  // Elements
  'element-conditional':
    'A syntax note is not kept: an element that must stand there because another one does, or one of several, is missing.',
  'element-excluded': 'A syntax note is not kept: two elements stand there of which only one may.',
  'element-invalid-date': 'No day of the calendar in the form that the element has (CCYYMMDD, or YYMMDD).',
  // Levels
  'level-parent':
    'HL02 names the level itself, or a level that does not come before it; or the levels lie too deep in one another.',
  // Companion guides
  'guide-missing': 'The partner’s guide requires this loop, segment or element; the standard does not.',
  'guide-not-used': 'The partner’s guide says that this loop, segment or element is not used.',
  'guide-repeat': 'The guide allows fewer, or wants more, uses than there are.',
  'guide-code': 'The code is one of the standard and not one of those that the guide allows.',
  'guide-length': 'The value is shorter or longer than the guide allows.',
  'guide-format': 'The value is not made of the characters that the guide asks for, or does not begin as it asks.',
  'guide-condition':
    'A condition of the guide is not kept: when one thing is so, another must be. The message has its words.',
  'guide-character': 'A character that is outside the guide’s character set, and that it does not replace.',
  'guide-level-order': 'The levels (HL) stand in an order that the guide does not list.',
  'guide-malformed':
    'The JSON of the guide is not that of a guide: the path tells the place, [in your editor](/guides/in-your-editor) you see it while you write.',
  'guide-path': 'A path of the guide names no place of the definition. The message says what comes near.',
  'dictionary-malformed': 'The JSON of a dictionary is not that of one: the path tells the place.',
  // Writing
  'outgoing-header':
    'A field of the envelope that is to be written can not stand there: too long, empty, or not of its form.',
  'outgoing-control-number': 'A control number that is to be written is missing, not of its form, or was given twice.',
  'outgoing-separators': 'The separators to write with are not one character each, or not different from one another.',
  'outgoing-empty': 'There is nothing to write in an interchange or a group.',
  'outgoing-group':
    'A group that is to be written does not fit its sets: they are of another functional identifier or release than the first, or GS08 is not theirs.',
  // Maps
  'map-invalid':
    'The JSON is not that of a map or overlay: unknown fields, missing ones, wrong types; with the rule’s id where it has one.',
  'map-too-large':
    'More rules, rows, levels or text than any map needs: 5,000 rules, 20,000 rows of a table, 64 levels.',
  'message-malformed':
    'An envelope or a message from a shop lacks a part by which the partner is found, or a part of it is longer than any address.',
  'pairs-overflow': 'More identifiers than the segment has pairs of elements for: what has no place is not written.',
  'partner-static':
    'The folder of a partner can not be used as a whole; the message says what is missing or wrong in which file.',
  // Orders
  'event-type-unknown': 'No release of the machine knows an event of this type.',
  'performer-threw':
    'A performer threw instead of answering with a failure. Where the effect may have happened, it is in doubt and looked up.',
};
