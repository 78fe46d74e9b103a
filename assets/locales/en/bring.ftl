## Importing

cli-value-title = TITLE
cli-value-code = CODE
cli-value-names = NAMES

cli-import-about = Make decks of what other programs wrote
cli-import-long = A spreadsheet (CSV or TSV, Anki's too) becomes cards, one a row. A package of Anki (.apkg, .colpkg) becomes YAML decks, with the pictures and the whole review history. What becomes of each column is shown before anything is written. Importing again updates the cards that changed in the file, without doubles; what you have mended or taken out in the deck stays so (unless --replace).
cli-import-more =
    Columns that are known, in English or French, in any order:
      id, kind (q, cloze, qru, qrm, qrp, qroc, list), question, answer, accept,
      items, option 1…, why 1…, correct (A C, or 1 3), required, unacceptable,
      hint, note, tags, deck, objective, rank, item, situation, source, as of,
      until, draft, suspended.
    Several values in a cell stand apart by "|", two ways to say the same by "="
    between spaces: occupational accidents = OA | death.
cli-import-arg-files = The files
cli-import-arg-deck = Put everything into this deck
cli-import-arg-title = The title of a new deck
cli-import-arg-language = The language of a new deck, such as fr
cli-import-arg-kind = The kind of rows that do not say it
cli-import-arg-separator = What stands between cells: tab, semicolon, comma or pipe
cli-import-arg-columns = What the columns are, in order; nothing between two commas: not read
cli-import-arg-replace = The file counts, also over what you have mended or taken out in the deck
cli-import-arg-dry-run = Only show what would be done
cli-import-arg-yes = Do not ask
cli-import-example-table = See what would become of a spreadsheet's columns
cli-import-example-deck = Add questions to a deck
cli-import-lisa-about = Propose cards from pages of LiSA
cli-import-lisa-long = Each page (wiki text) becomes a deck: the objective, the source, the text to read beside it, and proposed cards. None is asked before it is accepted: carabin deck drafts.
cli-import-lisa-arg-files = The pages, as wiki text
cli-import-lisa-arg-replace = The page counts, also where you have mended a card, and proposes again what you have refused
cli-import-lisa-arg-dry-run = Only show what would be done
cli-import-lisa-arg-yes = Do not ask
cli-import-lisa-example = The cards that a page proposes
cli-import-lisa-drafts = These are proposals: none will be asked before it is accepted (carabin deck drafts).
cli-import-nothing = no file. For example: carabin import cards.csv
cli-import-unknown = { $path }: this kind of file is not known. A spreadsheet ends in .csv, .tsv or .txt, a package of Anki in .apkg or .colpkg; for a page of LiSA: carabin import lisa FILE
cli-import-table = { $path }: { $rows ->
    [one] { $rows } card
   *[other] { $rows } cards
} ({ $encoding }, separator: { $separator })
cli-import-tab = tab
cli-import-head-column = column
cli-import-head-meaning = becomes
cli-import-head-example = example
cli-import-not-read = (not read)
cli-import-row = row { $row }: { $reason }
cli-import-cell = row { $row }, column “{ $column }”: { $reason }
cli-import-more-mistakes = … and { $n } more mistakes
cli-import-new-deck = New deck { $deck }, “{ $title }”: { $added ->
    [one] { $added } card
   *[other] { $added } cards
} ({ $path })
cli-import-deck = Deck { $deck }, “{ $title }”: { $added } more, { $changed } to update, { $same } there already ({ $path })
cli-import-over = { "  " }{ $cards ->
    [one] Written anew as the file says
   *[other] Written anew as the file says ({ $cards })
}: { $names }
cli-import-kept = { "  " }{ $cards ->
    [one] Changed in the file and by you: yours stays (--replace takes the file's)
   *[other] Changed in the file and by you: yours stay (--replace takes the file's)
}: { $names }
cli-import-away = { "  " }{ $cards ->
    [one] Taken out by you: it does not come back (--replace brings it)
   *[other] Taken out by you: they do not come back (--replace brings them)
}: { $names }
cli-import-remembered = { "  " }No card changes; what the file says now will be kept for the next time.
cli-import-damaged = { "  " }The notes of Anki kept for this deck cannot be read and stay as they are: { $path }. Exported to Anki, these cards would stand there twice. Put that file back from a backup, or delete it and import again.
cli-import-nothing-new = Nothing new to import.
cli-import-dry-run = Nothing was written.
cli-import-ask = Import? [y/N]
cli-import-ask-history = If this history is a friend's, answer c: their answers would falsify your memory.
    Import? y: everything, c: the cards only, n: nothing [y/c/N]
cli-import-declined = nothing was imported. Not to be asked: --yes
cli-import-done = { $cards ->
    [one] { $cards } card imported.
   *[other] { $cards } cards imported.
}

## What is wrong with a spreadsheet

table-quote = a quotation mark (") opens here and is never closed
table-wide = this row has more than 1,000 cells: it is no table of cards, or the separator is another one (--separator)
table-long = this table has more than 500,000 rows: cut it into several files
table-empty = The table is empty.
table-no-question-column = No column is that of the question. Name it “question”, or say what the columns are: --columns question,answer
table-no-question = the question is missing
table-no-answer = the answer is missing
table-no-items = the items of the list are missing
table-kind = there is no kind “{ $value }”: q, cloze, qru, qrm, qrp, qroc or list
table-cloze = nothing is hidden: put {"{{"}…{"}}"} around what is to be recalled
table-letter = there is no option “{ $value }”
table-option-both = option { $value } is right and unacceptable at once
table-option-twice = two options say “{ $value }”
table-too-few-options = at least two options are needed
table-no-right = no option is right
table-two-right = a QRU has one right option only
table-long-plain = a long QRP has neither required nor unacceptable options
table-id = “{ $value }” cannot be an id: letters without accents, digits and - _ . :
table-id-twice = the id “{ $value }” is in row { $first } already
table-objective = “{ $value }” is no objective, such as OIC-019-09-A
table-rank = “{ $value }” is no rank: A or B
table-item = “{ $value }” is no item, from 1 to 367
table-situation = “{ $value }” is no starting situation, from 1 to 356
table-date = “{ $value }” is no date, such as 2026-11-23
table-yes-no = “{ $value }” is neither yes nor no

## Proposals

cli-deck-drafts-about = See, accept or refuse proposed cards
cli-deck-drafts-long = A proposed card (draft: true) is never asked. Accepting it takes that line out of its file, refusing it takes out the card; nothing else changes. On the screens: the key d on Home.
cli-deck-drafts-arg-decks = Only those of these decks
cli-deck-drafts-arg-ask = Ask about each
cli-deck-drafts-arg-accept = Accept this card; may be repeated
cli-deck-drafts-arg-refuse = Refuse this card; may be repeated
cli-deck-drafts-arg-refused = See those that were refused
cli-deck-drafts-arg-again = Propose this refused card again; may be repeated
cli-drafts-refused = { $card } — { $prompt }
cli-drafts-none-refused = No refused card.
cli-drafts-again = To see one again: carabin deck drafts --again DECK/ID.
cli-deck-drafts-example = Decide about each proposed card
cli-drafts-none = No proposed card.
cli-drafts-how = To decide about each: carabin deck drafts --ask, or --accept and --refuse.
cli-drafts-head = { $number }/{ $of } { $card }
cli-drafts-passage = From: { $text }
cli-drafts-ask = [a]ccept, [r]efuse, [l]ater, [q]uit?
cli-drafts-done = { $accepted } accepted, { $refused } refused, { $left } waiting.
home-drafts = { $n ->
    [one] { $n } proposed card waits for your decision: d
   *[other] { $n } proposed cards wait for your decision: d
}
drafts-none = No proposed card is left.
draft-title = Proposal { $number } of { $of }
draft-passage = From
draft-accepted = Accepted: it will be asked.
draft-refused = Refused.
draft-changed-since = The file has changed since: nothing was taken back.

## Exporting

cli-value-format = FORMAT
cli-export-about = Write cards for other programs
cli-export-long = A package of Anki (.apkg) for the phone, with the states of FSRS and the reviews; a CSV table for spreadsheets, or TSV for Anki and scripts, which “carabin import” reads back without loss. A card must fit every filter that is given.
cli-export-arg-file = The file to write
cli-export-arg-to = What for: anki, csv or tsv (by default, by the file's name)
cli-export-arg-separator = What stands between the cells of a CSV (by default: a semicolon in French, a comma in English)
cli-export-arg-yes = Ask nothing, even when the file exists
cli-export-arg-decks = Only this deck; repeat for several decks
cli-export-arg-item = Only this item of the EDN, from 1 to 367
cli-export-arg-objective = Only this knowledge objective, such as OIC-019-09-A
cli-export-arg-rank = Only this rank
cli-export-arg-tag = This tag and those it contains
cli-export-example-csv = The cards of an item in a spreadsheet
cli-export-example-tsv = All of rank A, for Anki or a script
cli-export-unknown = { $path }: say what to write it for, such as --to csv
cli-export-done = { $cards ->
    [one] { $cards } card written to { $path }.
   *[other] { $cards } cards written to { $path }.
}
cli-export-left-out = Left out, because a row cannot hold them: { $n } ({ $kind }).
cli-export-pictures = { $n ->
    [one] { $n } card lost its picture.
   *[other] { $n } cards lost their picture.
}
plain-drafts = { $n ->
    [one] { $n } proposed card waits for your decision: carabin deck drafts --ask
   *[other] { $n } proposed cards wait for your decision: carabin deck drafts --ask
}
cli-export-arg-legacy = For old versions of Anki (before 2.1.50)
cli-export-arg-no-history = Without states and reviews
cli-export-example-anki = An item on the phone, without losing where you are
cli-export-anki-done = { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
}, { $cards ->
    [one] { $cards } card
   *[other] { $cards } cards
}, { $reviews ->
    [one] { $reviews } review
   *[other] { $reviews } reviews
} and { $media ->
    [one] { $media } picture
   *[other] { $media } pictures
} in { $path }.
cli-export-anki-missing = { $files ->
    [one] 1 file that cannot be read is not in the package.
   *[other] { $files } files that cannot be read are not in the package.
}
cli-export-anki-unsaid = { $notes ->
    [one] 1 note from Anki keeps its old text there: what you mended here does not fit its fields.
   *[other] { $notes } notes from Anki keep their old text there: what you mended here does not fit their fields.
}
error-changed = { $path } has changed since this was shown to you: nothing was imported. Run the command again to see what it would do now.
error-cancelled = Stopped: nothing was written.
## Importing from Anki

cli-import-arg-no-history = Leave the review history of an Anki package out: for that of a friend
cli-import-arg-parameters = Take the FSRS parameters of an Anki package over
cli-import-example-anki = Take a collection of Anki over, with its history
cli-import-anki = { $path }: { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
}, { $cards ->
    [one] { $cards } card
   *[other] { $cards } cards
}
cli-import-anki-history = History: { $answers ->
    [one] { $answers } answer
   *[other] { $answers } answers
}; { $new ->
    [0] all of it is here already
    [one] { $new } event to take in
   *[other] { $new } events to take in
}
cli-import-anki-without-history = There is no history in this package.
cli-import-anki-agreement = Memory (FSRS): computed anew within 1% of Anki's for { $same } of { $compared } cards; for the others Anki's own is taken.
cli-import-anki-parameters = This package has FSRS parameters of its own. To make them yours: --parameters
cli-import-anki-parameters-taken = Its FSRS parameters will be yours.
cli-import-anki-no-history = The review history is left out.
cli-import-anki-returned = { $notes ->
    [one] { $notes } note comes from here: only its reviews are taken in.
   *[other] { $notes } notes come from here: only their reviews are taken in.
}
cli-import-anki-losses = What cannot be kept
cli-import-anki-no-loss = Nothing is lost.
cli-import-anki-loss = { $what } ({ $examples })
cli-import-anki-unfit = card { $card }, left out: { $reason }
cli-import-anki-done = Done: { $cards ->
    [one] { $cards } card written
   *[other] { $cards } cards written
}, { $events ->
    [one] { $events } event taken into the history.
   *[other] { $events } events taken into the history.
}
cli-import-anki-left = { $events ->
    [one] { $events } event is not taken in: its card is in no deck any more.
   *[other] { $events } events are not taken in: their cards are in no deck any more.
}
import-anki-hidden = mask { $number } of { $of }
progress-anki-unpack = Opening the package
progress-anki-notes = Reading the notes
progress-anki-history = Reading the history
progress-anki-files = Copying the pictures
progress-index = Updating the index
progress-plan = Preparing the decks
progress-table = Reading the table
progress-lisa = Reading the pages
progress-write = Writing
progress-keep = Taking the history in
progress-select = Reading the cards
progress-states = Reading the reviews
progress-pack = Packing
error-anki = { $path }: { $reason }
anki-not-package = this is not a package of Anki. In Anki: File, Export
anki-too-new = this package comes from an Anki that Carabin does not know yet (format { $version }). In Anki, tick “Support older Anki versions” when exporting
anki-too-large = this package asks for too much room ({ $what }: more than { $limit })
anki-hostile = the name “{ $name }” leads out of the package: all of it was refused
anki-damaged = this package is damaged ({ $detail }). Export it again
anki-cancelled = stopped, nothing was changed
anki-io = { $detail }
loss-sound = { $count ->
    [one] { $count } sound: the file is kept, but nothing is played
   *[other] { $count } sounds: the files are kept, but nothing is played
}
loss-too-long = { $count ->
    [one] { $count } field that is too long for a card
   *[other] { $count } fields that are too long for a card
}
loss-sound-missing = { $count ->
    [one] { $count } sound that is not there; its name stays in the text
   *[other] { $count } sounds that are not there; their names stay in the text
}
loss-speech = { $count ->
    [one] { $count } text read aloud
   *[other] { $count } texts read aloud
}
loss-formula = { $count ->
    [one] { $count } formula, left in LaTeX
   *[other] { $count } formulas, left in LaTeX
}
loss-looks = { $count ->
    [one] { $count } piece of styling (colour, underlining): only the text is kept
   *[other] { $count } pieces of styling (colours, underlining): only the text is kept
}
loss-script = { $count ->
    [one] { $count } script (JavaScript) in a note
   *[other] { $count } scripts (JavaScript) in notes
}
loss-style = { $count ->
    [one] { $count } style sheet in a note
   *[other] { $count } style sheets in notes
}
loss-template-script = { $count ->
    [one] { $count } script (JavaScript) in a card template
   *[other] { $count } scripts (JavaScript) in card templates
}
loss-template-style = { $count ->
    [one] { $count } style sheet in a card template
   *[other] { $count } style sheets in card templates
}
loss-media-player = { $count ->
    [one] { $count } video or drawing
   *[other] { $count } videos or drawings
}
loss-picture-missing = { $count ->
    [one] { $count } picture that is not there; its name stays in the text
   *[other] { $count } pictures that are not there; their names stay in the text
}
loss-unknown-field = { $count ->
    [one] { $count } field that a template asks for and that is not there
   *[other] { $count } fields that a template asks for and that are not there
}
loss-filter = { $count ->
    [one] { $count } unknown filter: the field is kept as it is
   *[other] { $count } unknown filters: the field is kept as it is
}
loss-empty-card = { $count ->
    [one] { $count } empty card
   *[other] { $count } empty cards
}
loss-no-answer = { $count ->
    [one] { $count } card without an answer: it has a dash
   *[other] { $count } cards without an answer: they have a dash
}
loss-occlusion-no-picture = { $count ->
    [one] { $count } image occlusion without its picture
   *[other] { $count } image occlusions without their pictures
}
loss-shape = { $count ->
    [one] { $count } mask of an unknown shape
   *[other] { $count } masks of an unknown shape
}
loss-returned-unknown = { $count ->
    [one] { $count } card from here that is gone
   *[other] { $count } cards from here that are gone
}
loss-no-notetype = { $count ->
    [one] { $count } note of a type that is not there
   *[other] { $count } notes of a type that is not there
}
loss-mask-words = { $count ->
    [one] { $count } text written on a picture with masks, outside of them
   *[other] { $count } texts written on pictures with masks, outside of them
}
loss-mask-others = { $count ->
    [one] { $count } card with masks: it has too many others, the first alone are kept
   *[other] { $count } cards with masks: they have too many others, the first alone are kept
}
loss-older = { $count ->
    [one] { $count } card older than the one that you have: yours stays
   *[other] { $count } cards older than those that you have: yours stay
}
loss-review-ahead = { $count ->
    [one] { $count } review dated later than today: the clock of the device was fast
   *[other] { $count } reviews dated later than today: the clock of the device was fast
}
loss-no-card = { $count ->
    [one] { $count } note without a card
   *[other] { $count } notes without a card
}
loss-note-not-kept = { $count ->
    [one] { $count } note that is too long to be kept as it is: exported to Anki, it would stand there twice
   *[other] { $count } notes that are too long to be kept as they are: exported to Anki, they would stand there twice
}
loss-note-twice = { $count ->
    [one] { $count } note that is there twice
   *[other] { $count } notes that are there twice
}
loss-review-orphan = { $count ->
    [one] { $count } review of a card that is not in the package
   *[other] { $count } reviews of cards that are not in the package
}
loss-file-unused = { $count ->
    [one] { $count } file that nothing uses
   *[other] { $count } files that nothing uses
}
