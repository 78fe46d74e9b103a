## Decks of others.

cli-misfit-deck-id = a deck's id is made of lower-case letters, digits and hyphens; `carabin deck list` shows them
cli-value-source = SOURCE

cli-confirm-choice = [y/N]
cli-confirm-nobody = This command asks before it acts, and nobody is at the keyboard. Add --yes to agree beforehand.
cli-write-question = { $path } exists already. Replace it?
cli-write-home = { $path } lies among Carabin's own data, where nothing else is written. Give a path elsewhere.

cli-deck-add-about = Add somebody else's decks
cli-deck-add-long = SOURCE is a YAML file, a folder, a ZIP package (`carabin deck pack`), an https:// address or a git repository. Only decks and the pictures that they name are taken; nothing that comes from elsewhere is executed. Carabin remembers where a deck came from, for `carabin deck update`.
cli-deck-add-arg-source = A file, a folder, a ZIP, an https:// address or a git repository
cli-deck-add-example = The package that a friend has sent
cli-deck-add-example-git = A git repository
cli-deck-update-about = Bring other people's decks up to date
cli-deck-update-long = What is new, changed or gone is shown first. Your due dates, notes, flags and your own mends stay. Cards that the author took out are kept in archived.yaml, with their history.
cli-deck-update-arg-ids = The decks; all, if none is named
cli-deck-update-arg-dry-run = Only show
cli-deck-update-arg-yes = Ask nothing
cli-deck-update-example = See what is new
cli-deck-remove-about = Remove somebody else's deck
cli-deck-remove-long = The history of its cards stays in the journal: should the deck come back, revision goes on where it was.
cli-deck-remove-arg-id = The deck
cli-deck-remove-arg-yes = Ask nothing
cli-deck-reset-about = Bring a deck of Carabin's back as it was
cli-deck-reset-long = Your changed copy is kept aside, and nothing is deleted: schedules, notes and flags stay. “carabin deck diff” shows what you have changed in it.
cli-deck-reset-arg-id = The deck
cli-deck-reset-arg-yes = Ask nothing
cli-deck-reset-example = Bring the original deck back
cli-deck-pack-about = Make one file of a deck, to send
cli-deck-pack-long = The ZIP file holds the deck and the pictures that it names, nothing personal: no history, no notes, no name.
cli-deck-pack-arg-id = The deck
cli-deck-pack-arg-to = The file to write (else DECK.zip, here)
cli-deck-pack-arg-yes = Ask nothing, even when the file exists
cli-deck-pack-example = Writes cardio.zip
cli-deck-diff-about = Show what you have changed in a deck, to offer to its author
cli-deck-diff-long = For a deck of somebody else's or one that comes with Carabin. The output is a patch that the author applies with git apply or patch.
cli-deck-diff-arg-id = The deck
cli-deck-diff-example = Keep it in a file

cli-add-taken = { $deck }: “{ $title }”, { $cards ->
    [one] { $cards } card
   *[other] { $cards } cards
}{ $files ->
    [0] { "" }
    [one] , { $files } file
   *[other] , { $files } files
}. It is added.
cli-add-errors = Some of its cards have mistakes ({ $errors }) and are left out; `carabin deck check` shows them.
cli-add-replaces = It takes the place of the deck { $deck } that comes with Carabin; `carabin deck remove { $deck }` gives it back.
cli-add-link = { $path } is a link and was not followed.
cli-add-no-deck = { $path } is not a deck of cards; it stayed where it was.
cli-add-ignored = { $files ->
    [one] One other file belongs to no deck and was not taken.
   *[other] { $files } other files belong to no deck and were not taken.
}
cli-add-next = To begin: carabin study --deck { $deck }
cli-add-refused = { $deck } was not added. { $reason }
cli-remove-question = Remove { $deck }? The history of its cards is kept.
cli-remove-kept = What you had written or changed in it is kept aside: { $path }
cli-remove-done = { $deck } is removed; its history is kept. It came from { $source }.

cli-update-none = No deck comes from somebody else. `carabin deck add` adds one.
cli-update-current = { $deck } is up to date.
cli-update-heading = { $deck } (“{ $title }”), version { $before } → { $after }
cli-update-new = { $cards ->
    [one] One new card:
   *[other] { $cards } new cards:
}
cli-update-changed = { $cards ->
    [one] One changed card, which keeps its due date:
   *[other] { $cards } changed cards, which keep their due dates:
}
cli-update-gone = { $cards ->
    [one] One card that the author took out, kept in archived.yaml:
   *[other] { $cards } cards that the author took out, kept in archived.yaml:
}
cli-update-kept = { $cards ->
    [one] One card that you mended, and that stays yours:
   *[other] { $cards } cards that you mended, and that stay yours:
}
cli-update-both = { $cards ->
    [one] One card that both the author and you have changed; yours stays:
   *[other] { $cards } cards that both the author and you have changed; yours stay:
}
cli-update-own = { $cards ->
    [one] One card that you added, and that stays:
   *[other] { $cards } cards that you added, and that stay:
}
cli-update-more = { "  " }… and { $cards ->
    [one] one more
   *[other] { $cards } more
}
cli-update-same = Unchanged: { $cards }.
cli-update-apart = Your mends and the new deck could not be joined card by card. The author's version will be taken, yours kept beside it.
cli-update-head-changed = Changed by the author in the head of the deck: { $names }
cli-update-head-kept = In the head of the deck, what you changed stays: { $names }
cli-update-head-both = In the head of the deck, both the author and you have changed this, and yours stays: { $names }
cli-update-files-new = { $count ->
    [one] One new file: { $names }
   *[other] { $count } new files: { $names }
}
cli-update-files-changed = { $count ->
    [one] One changed file: { $names }
   *[other] { $count } changed files: { $names }
}
cli-update-files-both = { $count ->
    [one] One file that both the author and you have changed; yours will be kept beside it: { $names }
   *[other] { $count } files that both the author and you have changed; yours will be kept beside them: { $names }
}
cli-update-comments = Some of your comments belong to lines that the author has changed. A copy of your version will be kept beside the deck.
cli-update-question = { $decks ->
    [one] Take this update?
   *[other] Take these { $decks } updates?
}
cli-update-taken = { $deck } is up to date.
cli-update-aside = Your version is kept here: { $path }
cli-update-archive = The cards that were taken out are here: { $path }
cli-update-failed = { $deck } could not be brought up to date. { $reason }

cli-pack-done = { $path }: { $cards ->
    [one] { $cards } card
   *[other] { $cards } cards
}, { $files ->
    [0] no file beside it
    [one] one file beside it
   *[other] { $files } files beside it
}, { $size } KiB. `carabin deck add` takes it.
cli-reset-question = Bring { $deck } back as it comes with Carabin? Your copy is kept aside.
cli-reset-done = { $deck } is again as it comes with Carabin. Schedules, notes and flags stay.
cli-reset-kept = Your copy is kept here: { $path }
cli-reset-none = You have no changed copy of { $deck }: it is the one that comes with Carabin.
cli-diff-none = You have changed nothing in { $deck }.

progress-download = Download
progress-clone = Git repository

foreign-no-package = { $path } is neither a YAML deck, nor a folder, nor a ZIP file.
foreign-damaged = The package is damaged ({ $reason }). Ask for it again.
foreign-encrypted = In the package, { $name } is protected by a password. Ask for it without.
foreign-name-outside = The whole package is refused: “{ $name }” leads out of its folder.
foreign-name-odd = The whole package is refused: “{ $name }” cannot be a file's name everywhere.
foreign-name-long = The whole package is refused: the name “{ $name }” is too long.
foreign-name-device = The whole package is refused: on Windows, “{ $name }” is a device.
foreign-name-no-file = The whole package is refused: “{ $name }” is a link or a device, not a file.
foreign-name-twice = The whole package is refused: “{ $name }” is in it twice, but for case or accents.
foreign-too-many = The package is refused: more than { $limit } files.
foreign-too-large = The package is refused: it, or one of its files, is beyond { $limit } MiB.
foreign-empty = There is no deck of cards in { $name }.
foreign-unreadable = { $name } cannot be read as a deck of cards. `carabin deck check` says what it lacks.
foreign-own = You already have a deck { $deck }, which is your own. Rename it, or change the `id:` of one of the two.
foreign-taken = { $deck } is there already. `carabin deck update { $deck }` brings it up to date.
foreign-not-taken = { $deck } does not come from somebody else. `carabin deck list` shows your decks; `carabin deck reset` brings back one that comes with Carabin.
foreign-mistakes = { $path } has mistakes, so your mends cannot be joined to it. `carabin deck check` shows them; nothing was changed.
foreign-stopped = Stopped; nothing was left half done.

download-address = { $address } is not an https:// address. What is not encrypted could be exchanged on the way.
foreign-password = This address holds a password ({ $address }): it would be kept in clear with the deck. Give the address without it; for a private repository, git asks its credential helper, or use ssh.
download-offline = The download did not succeed: { $reason }. Are you online?
download-refused = The server does not give this file (HTTP status { $status }). Check the address.
download-too-large = The file is beyond { $limit } MiB: too much for a package.
download-keep = The download cannot be kept ({ $reason }).
download-stopped = Stopped; nothing was left half done.

letter-title = Report a mistake
letter-write = Write what is wrong, with your source if you have one. Ctrl-S makes a message to the deck's author of it, kept in a file that you send yourself: nothing goes out by itself.
letter-kept = The message is ready, kept in { $path }. Send it to the deck's author; nothing goes out by itself.
letter-to = To: { $contact }
letter-no-contact = (this deck gives no address)
letter-subject-line = Subject: { $subject }
letter-subject = A mistake in { $card } (“{ $title }”)
letter-place = Hello, I think that I have found a mistake in the card { $card } (line { $line }, version { $version })
letter-no-version = not given
letter-wrong = What is wrong:
letter-source = My source:
letter-program = (written with Carabin { $version })
cli-card-report-about = Write a message to the author of a card, to report a mistake
cli-card-report-long = The message is printed, ready to be completed; nothing is sent. On the screen, the key ! does the same.
cli-card-report-arg-card = The card
cli-card-report-example = A mistake in this card

cli-deck-results-about = Gather what a group has answered, question by question
cli-deck-results-long = The files are those that students choose to send (`carabin journal export --anonymous`). The figures are about everyone's first answer; a file sent twice counts once.
cli-deck-results-arg-files = Anonymous exports
cli-deck-results-arg-decks = Only this deck
cli-deck-results-arg-json = As JSON, for scripts
cli-deck-results-example = Two students, one deck
cli-results-sum = { $students ->
    [one] One student
   *[other] { $students } students
}, { $answers ->
    [one] one answer
   *[other] { $answers } answers
}, { $questions ->
    [one] one question
   *[other] { $questions } questions
}. The least known first.
cli-results-torn = { $lines ->
    [one] One line could not be read and was left out.
   *[other] { $lines } lines could not be read and were left out.
}
cli-results-marked = { $students ->
    [one] One student
   *[other] { $students } students
}: { $mean } % of the points at the first answer, all of it for { $full }
cli-results-rated = { $students ->
    [one] One student
   *[other] { $students } students
}: “again” at the first answer for { $again }
cli-results-version = Answers to another version of the card: { $answers }
error-shared-unreadable = { $path } cannot be read. Check the path.
error-shared-foreign = { $path } is no anonymous export. `carabin journal export --anonymous` makes one.
error-shared-newer = { $path } comes from a newer Carabin. Bring Carabin up to date to read it.
