## Command line: the help.

cli-heading-usage = Usage:
cli-heading-commands = Commands:
cli-heading-arguments = Arguments:
cli-heading-options = Options:
cli-heading-global = Global options:
cli-heading-examples = Examples:
cli-heading-settings = Settings:

cli-usage-options = [OPTIONS]

cli-value-card = DECK/ID
cli-value-command = COMMAND
cli-value-backup = BACKUP
cli-value-deck = ID|PATH
cli-value-deck-id = DECK
cli-value-dir = FOLDER
cli-value-file = FILE
cli-value-from = FROM
cli-value-id = ID
cli-value-kind = KIND
cli-value-n = N
cli-value-name = NAME
cli-value-objective = OBJECTIVE
cli-value-path = PATH
cli-value-place = DIR|GIT-URL
cli-value-shell = SHELL
cli-value-text = TEXT
cli-value-since = DAY
cli-value-reason = REASON
cli-value-tag = TAG
cli-value-to = TO
cli-value-value = VALUE

cli-global-arg-lang = Language of the interface
cli-global-arg-color = When to use colours (default: auto)
cli-global-arg-help = Show the help (-h: in short)
cli-global-arg-version = Show the version

cli-root-about = Carabin: revise for the EDN in the terminal
cli-root-long = Carabin asks the cards of your decks, marks the answers as the exam does, schedules every card with FSRS, and tells where you stand for each knowledge objective, rank A first. Without a command it opens the full screen.
cli-root-more = Exit codes: 0 done, 1 failed, 2 wrong use.
cli-root-example-screens = Open the full screen
cli-root-example-study = Start at once with the cards of item 19
cli-root-example-lang = In English, whatever the locale

cli-study-about = Revise what is due and what is new
cli-study-long = A card must fit all the filters that are given. Each answer is kept before the next card is shown: you can stop at any moment.
cli-study-arg-decks = Only this deck; repeat it for several decks
cli-study-arg-decks-more = A deck's id (carabin deck list), or the path of a file or folder. A path holds a / or ends in .yaml: for a folder here, write ./folder.
cli-study-arg-item = Only this item of the EDN, 1 to 367
cli-study-arg-objective = Only this knowledge objective, such as OIC-019-09-A
cli-study-arg-rank = Only this rank
cli-study-arg-tag = Only this tag and those below it (cardio: also cardio::ecg)
cli-study-arg-limit = N cards at most
cli-study-arg-ahead = Also cards that are not due yet
cli-study-arg-flash = Five marked questions instead of today's session (--limit changes their number)
cli-study-arg-flash-more = What is due first, then rank A that is weak. Each question comes once and is corrected at once.
cli-study-arg-kind = Cases (case), KFP (kfp), TCS (tcs) or articles (article), those never done first
cli-study-arg-kind-more = They have no due date: they are played when one likes. --limit counts the cases, not their questions.
cli-study-arg-cards = This card, due or not; repeat it for several
cli-study-arg-cards-more = A card is written DECK/ID.
cli-study-example-kind = The progressive case that was done longest ago
cli-study-arg-missed = What was missed today, or since this day
cli-study-arg-reason = Of what was missed, what was missed for this reason
cli-study-arg-reason-more = never, forgotten, confused, misread or rushed: see carabin miss.
cli-study-example-flash = Five questions on the metro
cli-study-example-missed = What was confused with something else since Monday
cli-study-arg-plain = Plain lines instead of the full screen
cli-study-arg-plain-more = For screen readers, simple terminals and scripts: nothing is redrawn, no line is broken, every action is a word (“help” tells them). The session ends with the input; all answers given are kept.
cli-study-example-rank = What everyone must know of item 19
cli-study-example-objective = A single objective
cli-study-example-deck = A deck of your own, twenty cards
cli-study-example-ahead = All cards of a tag, due or not
cli-study-example-plain = Line by line, for a screen reader

cli-miss-about = Note a mistake made elsewhere, or list what was missed
cli-miss-long = With a text, a question missed in a question bank or in past papers enters the error notebook. Without one, the list of what was missed in the last thirty days, here and elsewhere; the same options narrow it.
cli-miss-arg-text = What it was about
cli-miss-arg-text-more = “question? answer” or “question = answer”: the notebook makes a whole card of it with one key.
cli-miss-arg-item = The item of the EDN, from 1 to 367
cli-miss-arg-objective = The knowledge objective, such as OIC-019-09-A
cli-miss-arg-reason = never, forgotten, confused, misread or rushed
cli-miss-arg-card = A card about it
cli-miss-arg-source = Where it was missed
cli-miss-arg-all = For the list: since the beginning
cli-miss-arg-json = The list as JSON
cli-miss-example = A question missed in a past paper, in one line
cli-miss-example-list = What was missed in the last thirty days
cli-miss-example-json = The whole notebook, for another program
cli-miss-none = Nothing was missed.

cli-stats-about = See where you stand
cli-stats-long = Progress by objective and rank, retention, days of study.
cli-stats-arg-json = As JSON, for scripts
cli-stats-example = The figures, to be read
cli-stats-example-json = The same, for a script

cli-card-about = List the cards, look at one
cli-card-resume-about = Ask suspended or put-off cards again
cli-card-resume-arg-cards = The card or cards: the deck, a slash, the id (carabin card list shows them)
cli-card-resume-example = A card that was suspended
cli-card-resumed = { $card } will be asked again.
cli-card-not-away = { $card } is neither suspended nor put off.
cli-card-show-about = Show a card: content, history, memory, due date
cli-card-show-long = With its stability, its difficulty, how likely you are to remember it today, and the day on which it is due.
cli-card-show-arg-card = The card: its deck, a slash, its id
cli-card-show-arg-card-more = After a #, one part of it: a cloze (#c1), or the other direction (#reverse).
cli-card-show-arg-json = As JSON, for scripts
cli-card-show-example = A card and everything known of it
cli-card-show-example-json = The same, for a script

cli-deck-about = List decks, check them, help to write them
cli-deck-check-about = Check decks and tell all their mistakes at once
cli-deck-check-long = Each mistake comes with its file, line, column and remedy. Exit code 1 when a deck holds an error; warnings alone do not count.
cli-deck-check-arg-decks = YAML files, folders, or names of decks (otherwise: all of yours)
cli-deck-check-arg-fix = Mend what needs no choice, and write the missing ids
cli-deck-check-arg-fix-more = Quotes that are missing, and ids, without which a card loses its history once its text changes much. Comments, order and layout stay as they are.
cli-deck-check-example-own = All your decks
cli-deck-check-example = One file
cli-deck-check-example-fix = A whole folder, and mend it
cli-deck-list-about = List the decks of the library
cli-deck-list-arg-json = As JSON, for scripts
cli-deck-schema-about = Print the JSON Schema of the deck format
cli-deck-schema-long = With it, an editor completes and checks a deck while you type.
cli-deck-schema-example = Keep it in a file

cli-clock-about = Check the clock, and put answers that have a wrong date where they belong
cli-clock-long = When the computer's clock jumps (a year back, ten years ahead), your answers are kept, but under a wrong date. Once the clock is right again, --correct puts them where they belong, to the day.
cli-clock-arg-correct = The clock is right now: put answers with a wrong date where they belong
cli-clock-arg-undo = Take the last correction back
cli-clock-example = See whether the clock and the answers agree
cli-clock-example-correct = After setting the computer's clock

cli-doctor-about = Check the history, the backups, the folders and the decks
cli-doctor-long = Reads all your answers again, compares them with what is shown, and says in plain words what is well and what is not. Exit code 1 if something stays broken.
cli-doctor-arg-fix = Make again what can be (states, indexes, rights of files); your answers are never touched
cli-doctor-arg-json = As JSON, for scripts
cli-doctor-example = Look, and change nothing
cli-doctor-example-fix = Mend what can be mended

cli-journal-about = Back up the history, go back, export it, import it
cli-journal-backup-about = Back up the history now
cli-journal-backup-long = A backup is also made by itself, each day you study; 7 days, 8 weeks and 24 months of them are kept. Each is read back before it counts.
cli-journal-backup-arg-file = The file to write; without it, among the other backups. A name in .db gives an SQLite database, any other a packed one
cli-journal-backup-arg-yes = Ask nothing, even when the file exists
cli-journal-backup-example = Among the other backups
cli-journal-backup-example-file = On a USB stick
cli-journal-list-about = List the backups
cli-journal-list-arg-json = As JSON, for scripts
cli-journal-restore-about = Go back to a backup
cli-journal-restore-long = The present history is backed up first, and what will be different is told before asking. To add a backup to the history instead of replacing it: carabin journal import FILE
cli-journal-restore-arg-backup = A backup, by its name or date, or a file
cli-journal-restore-arg-yes = Without asking
cli-journal-restore-example = The last backup of that day
cli-journal-restore-example-file = A file, wherever it comes from
cli-journal-export-about = Write the whole history as JSON, a line for each event
cli-journal-export-long = Each line carries its hash, so a damaged one shows when it is imported. With --anonymous, only what you could show a teacher: cards, weeks, scores and options ticked; no notes of yours, no days, no times, no names of devices.
cli-journal-export-arg-file = The file to write; without it, standard output
cli-journal-export-arg-anonymous = Only what can be shared
cli-journal-export-arg-decks = Only the answers to this deck
cli-journal-export-arg-with-typed = Typed answers too, which help a teacher but may give you away
cli-journal-export-arg-yes = Ask nothing, even when the file exists
cli-journal-export-example = The whole history
cli-journal-export-example-anonymous = The answers to a deck, for whoever wrote it
cli-journal-import-about = Add the events of an export or a backup to the history
cli-journal-import-long = What is known already is not taken twice: the same file can be imported as often as you like. Damaged lines are left out and named; exit code 1 if there are any.
cli-journal-import-arg-files = Exports or backups
cli-journal-import-example = An export from another machine
cli-sync-about = Sync several devices, without an account
cli-sync-long = Receives what was answered on other devices and sends what was answered here, through a shared folder or a git repository that is chosen once with “carabin sync init”.
cli-sync-more =
    Nothing of the history is ever to be chosen: each device only adds files of its own, and the history is the set of all answers. A file that is still on its way is taken the next time. A deck that was changed on two devices is brought together card by card; where the same card, or the head, was changed on both, the two versions are kept side by side, and you are told which one to take up. The credentials of a git repository are git's own.
cli-sync-example = Receive and send now
cli-sync-example-status = How does it stand?
cli-sync-init-about = Choose where the devices meet, and sync
cli-sync-init-long = A folder that Nextcloud, Syncthing, Dropbox or a USB stick carries, or a git repository. The same command on each device.
cli-sync-init-arg-place = A folder, or the address of a git repository
cli-sync-init-arg-auto = Also sync at the start and at the end of each session
cli-sync-init-arg-no-decks = Leave the personal decks at home
cli-sync-init-arg-name = What this device is called, to tell versions of a deck apart
cli-sync-init-example = Through a shared folder, without thinking of it again
cli-sync-init-example-git = Through a private git repository
cli-sync-init-example-stick = Through a USB stick
cli-sync-status-about = Tell how sync stands
cli-sync-status-arg-json = As JSON
cli-sync-off-about = Sync this device no more

cli-pause-about = Plan days without study
cli-pause-usage = [OPTIONS] [FROM TO]
cli-pause-long = On these days nothing is asked, and the cards are spread around them. Without dates: list the pauses.
cli-pause-arg-from = First day, such as 2026-12-24
cli-pause-arg-to = Last day, included
cli-pause-arg-clear = Take all pauses away
cli-pause-example = The Christmas holidays
cli-pause-example-list = The pauses that are planned
cli-pause-example-clear = None any more

cli-set-about = See and change the settings of studying
cli-set-usage = [NAME [VALUE]]
cli-set-long = Without a value: show the setting. Without a name: show them all. They are kept with your history, so that all your devices agree.
cli-set-arg-name = The setting
cli-set-arg-value = Its new value (-: none; default: the original one)
cli-set-takes = { $expected } (default: { $default })
cli-set-example-list = All settings, their values, what they take
cli-set-example = Ten new cards a day
cli-set-example-words = Several words need no quotes
cli-set-example-exam = The day of the exam

cli-paths-about = See where the decks, the history and the settings are
cli-paths-arg-json = As JSON, for scripts

cli-completions-about = Print the completions for a shell
cli-completions-arg-shell = bash, zsh, fish, elvish or powershell
cli-completions-example-bash = For bash
cli-completions-example-fish = For fish

cli-help-about = Show the help of a command
cli-help-arg-command = The command; none: the whole program
cli-help-example = The same as carabin deck check --help

cli-generate-about = Write the generated files of assets/
cli-generate-arg-dir = The folder to write them to

## Command line: wrong use.

cli-error = error:
cli-tip = tip:
cli-see = More:
cli-quoted = '{ $text }'

cli-wrong-option = there is no option { $arg } here
cli-wrong-extra = { $arg } is one argument too many
cli-wrong-command = there is no command { $command }
cli-wrong-no-value = { $arg } wants a value
cli-wrong-value = { $value } does not fit { $arg }
cli-wrong-missing = missing: { $args }
cli-wrong-missing-command = { $command } wants one of these commands: { $commands }
cli-wrong-twice = { $arg } may only be given once
cli-wrong-conflict = { $arg } does not go with { $others }
cli-wrong-too-many = { $arg } takes no value: { $value } is too much
cli-wrong-utf8 = an argument is not valid UTF-8
cli-wrong-use = these arguments make no sense together
cli-wrong-pause-order = the pause would end before it begins: { $from } comes after { $to }
cli-wrong-no-setting = there is no setting { $name }
cli-wrong-setting = { $value } does not fit the setting { $name }

cli-tip-try = try { $try }
cli-tip-values = this fits: { $values }
cli-tip-setting = this fits: { $expected }
cli-tip-commands = the commands are { $commands }
cli-tip-belongs = { $arg } goes with { $commands }
cli-tip-deck = to study a deck by its path: { $line }

cli-misfit-item = an item is a number from 1 to { $last }
cli-misfit-objective = an objective is written OIC-019-09-A
cli-misfit-rank = the rank at the end of an objective is A or B
cli-misfit-deck = a deck's id has lower-case letters, digits and hyphens; the path of a file or folder holds a / or ends in .yaml
cli-misfit-card = a card is written DECK/ID, such as edn-019-missions-fr/cnam-sigle
cli-misfit-date = a date is written year-month-day: 2026-12-24
cli-misfit-count = a whole number from 1 on
cli-misfit-reason = a reason is never, forgotten, confused, misread or rushed

## Command line: the manual page.

cli-man-title = Carabin's manual
cli-man-name = revise for the EDN in the terminal
cli-man-heading-name = NAME
cli-man-heading-synopsis = SYNOPSIS
cli-man-heading-description = DESCRIPTION
cli-man-heading-commands = COMMANDS
cli-man-heading-global = GLOBAL OPTIONS
cli-man-heading-settings = SETTINGS
cli-man-heading-environment = ENVIRONMENT
cli-man-heading-files = FILES
cli-man-heading-exit = EXIT STATUS
cli-man-heading-examples = EXAMPLES
cli-man-env-home = One folder for everything: decks, history, settings, cache (a USB stick, say).
cli-man-env-editor = The editor that opens a card.
cli-man-env-locale = The language of the interface: French when the locale is French, English otherwise. --lang and the configuration stand above them.
cli-man-env-no-color = No colours when it is set and not empty.
cli-man-env-clicolor = No colours when CLICOLOR is 0; colours in pipes too when CLICOLOR_FORCE is not 0.
cli-man-files = carabin paths tells where they are on this machine: your decks, the history of your answers (journal.db), the settings of this device (config.toml), and the index of the decks (library.db), which can be deleted without loss.
cli-man-exit-done = Done.
cli-man-exit-failed = It could not be done; the reason is on standard error.
cli-man-exit-misused = Wrong use: the arguments make no sense.

## Command line: what it says.

cli-warning = warning:

cli-study-nothing-fits = no card fits these filters. To list the decks: carabin deck list
cli-study-mistakes = no card fits these filters, and the deck has mistakes:
cli-study-containers = { $n ->
    [one] the only card that fits these filters is a case, a KFP, a TCS or an article: carabin study --kind case
   *[other] the { $n } cards that fit these filters are cases, KFP, TCS or articles: carabin study --kind case
}
cli-study-no-decks = no deck is in a language that is studied ({ $languages }). To choose others: carabin set languages fr en

cli-stats-column-group = { "" }
cli-stats-column-seen = seen
cli-stats-column-due = due
cli-stats-column-new = new
cli-stats-column-suspended = suspended
cli-stats-column-recall = memory
cli-stats-recall = Memory: the share that you should recall now, of the cards seen before today; a card missed today, or still being learnt, counts for nothing.
cli-stats-column-title = { "" }
cli-stats-column-day = day
cli-stats-column-answers = answers
cli-stats-column-again = forgotten
cli-stats-column-time = time
cli-stats-no-retention = No review yet of a card that was learnt on another day.
cli-stats-span = last { $days } days
cli-stats-of = { $recalled } of { $reviews }
cli-stats-last = Last days
cli-stats-coming = Coming days

cli-card-place = { $title } ({ $file }, line { $line })
cli-card-gone = This card is in no deck any more; this is what the history knows.
cli-card-item = Item { $item }
cli-card-aliases = Also known as: { $cards }
cli-card-without-id = Its author gave it no id: carabin deck check --fix writes one.
cli-card-option-required = [required] { $text }
cli-card-option-correct = [right] { $text }
cli-card-option-wrong = [wrong] { $text }
cli-card-option-unacceptable = [unacceptable] { $text }
cli-card-memory = Memory
cli-card-no-schedule = This card has no schedule of its own: its questions are played together.
cli-card-stability = stability { $days } d
cli-card-difficulty = difficulty { $difficulty } of 10
cli-card-recall = { $share } in memory
cli-card-due = due { $date }
cli-card-reps = { $reps ->
    [one] { $reps } answer
   *[other] { $reps } answers
}, { $lapses ->
    [0] never forgotten
    [one] forgotten once
   *[other] forgotten { $lapses } times
}
cli-card-history = History
cli-card-no-history = Nothing has happened to it yet.
cli-card-versions = Texts of this card
cli-card-version = { $fingerprint }
cli-card-version-current = { $fingerprint } (today's)

cli-check-sum = { $decks ->
    [0] No deck checked
    [one] 1 deck checked
   *[other] { $decks } decks checked
}: { $errors ->
    [0] no errors
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings
    [one] 1 warning
   *[other] { $warnings } warnings
}.
cli-check-missing = { $path }: there is neither a file nor a deck of this name.
cli-check-unreadable = { $path }: { $reason }
cli-check-empty = { $path }: there is no deck in this folder (.yaml files, or folders with deck.yaml).
cli-check-none = You have no deck of your own yet ({ $path }).
cli-check-bundled = { $deck } comes with Carabin, and you have no copy of it: there is nothing to check.
cli-check-duplicate = several decks are called { $deck } ({ $files }): only one would be studied.

cli-list-column-deck = deck
cli-list-column-language = language
cli-list-column-cards = cards
cli-list-column-errors = errors
cli-list-column-warnings = warnings
cli-list-column-title = title
cli-list-shadowed = { $deck }: is not studied, { $kept } has the same name and comes first.
cli-list-not-studied = (language not studied)

cli-pause-line = { $from } to { $to } ({ $days ->
    [one] 1 day
   *[other] { $days } days
})
cli-pause-none = No pause is planned. To plan one: carabin pause 2026-12-24 2027-01-02
cli-pause-cleared = No pause is planned any more.
cli-pause-over = These days are over: they no longer break the row of days.

cli-set-changed = { $name }: { $before } → { $after }
cli-set-unchanged = { $name } is already { $after }

cli-paths-decks = Your decks
cli-paths-journal = The history of your answers
cli-paths-settings = The settings of this device
cli-paths-index = The index of the decks (made again at any time)
cli-paths-log = What Carabin noted about its own troubles

cli-journal-backed-up = The history is backed up and was read back ({ $events ->
        [one] { $events } event
       *[other] { $events } events
    }, { $size }): { $path }
cli-journal-no-backups = No backups yet. One is made each day you study; right now: carabin journal backup
cli-journal-column-name = BACKUP
cli-journal-column-when = WHEN
cli-journal-column-size = SIZE
cli-journal-column-why = WHY
cli-journal-why-daily = of the day
cli-journal-why-asked = asked for
cli-journal-why-before-restore = before a restore
cli-journal-where = They are in { $path }. To go back to one: carabin journal restore BACKUP
cli-journal-restore-of = { $path }: { $events ->
        [one] { $events } event.
       *[other] { $events } events.
    }
cli-journal-restore-last = This device's last one in it is of { $last }.
cli-journal-restore-damaged = The present history cannot be read; it will be put aside, not deleted.
cli-journal-restore-same = The history holds exactly this already: there is nothing to restore.
cli-journal-restore-lost = { $events ->
        [one] { $events } event that you have now is not in it: it will leave the history (but stay in a backup).
       *[other] { $events } events that you have now are not in it: they will leave the history (but stay in a backup).
    }
cli-journal-restore-won = { $events ->
        [one] { $events } event that you lack now is in it.
       *[other] { $events } events that you lack now are in it.
    }
cli-journal-restore-merge = To have both and lose nothing: carabin journal import { $path }
cli-journal-restore-ask = Replace the history by this backup? [y/N]
cli-journal-restore-ask-not = Nothing was replaced: nobody can answer here. To do it without a question, add --yes.
cli-journal-restore-not-done = Nothing was changed.
cli-journal-restored = The history is that of the backup.
cli-journal-restored-before = The history as it was is kept here: { $path }
cli-journal-exported = { $events ->
        [one] { $events } event written
       *[other] { $events } events written
    } to { $path }
cli-journal-shared = { $events ->
        [one] { $events } answer written
       *[other] { $events } answers written
    } to { $path }
cli-journal-shared-what = No name, no day, no time, no note of yours, nothing typed: read the file before you send it, it is text.
cli-journal-shared-typed = No name, no day, no time, no note of yours; but what you typed is there, word for word: read the file before you send it.
cli-journal-imported = { $path }: { $added ->
        [0] nothing new
        [one] { $added } event added
       *[other] { $added } events added
    }{ $known ->
        [0] {""}
       *[other] , { $known } known already
    }.
cli-journal-import-unreadable = { $path }: { $count ->
        [one] one line is not a whole event and was left out: line { $lines }.
       *[other] { $count } lines are not whole events and were left out: lines { $lines }.
    }
cli-journal-import-altered = { $path }: { $count ->
        [one] one line was altered (its hash does not fit) and was left out: line { $lines }.
       *[other] { $count } lines were altered (their hashes do not fit) and were left out: lines { $lines }.
    }
cli-journal-import-missing = { $path }: { $count ->
        [one] one event is missing
       *[other] { $count } events are missing
    } of those that its first line promises: the copy is cut. Copy it again and import it again; what is here already is not taken twice.
cli-journal-import-conflicts = { $count ->
        [one] One event has
       *[other] { $count } events have
    } the number of another: the history was copied, and both copies went on. All are kept, and all count.
cli-deck-guide-about = Explain how to write a good deck
cli-deck-guide-long = The principles, an example of every format, how to share and how to mend without losing schedules, then the whole reference. Comes as Markdown when the output is not a terminal.
cli-deck-guide-arg-markdown = As Markdown, also in a terminal
cli-deck-guide-example = Read it here
cli-deck-guide-example-markdown = Keep it in a file
cli-deck-new-about = Begin a deck from a commented skeleton
cli-deck-new-long = A plain name makes the file in your folder of decks; a path, where it says. A file that exists is never replaced. The skeleton is in the language of the interface (--lang).
cli-deck-new-arg-deck = The name of the deck, or the path of its file
cli-deck-new-arg-edit = Open it in your editor, then check it
cli-deck-new-example = A deck in your folder
cli-deck-new-example-path = A deck elsewhere, opened at once
cli-new-done = Made: { $path }
cli-new-next = Write your cards after the models in comments, then:
cli-new-exists = { $path } exists already and was left alone. Choose another name.
cli-new-taken = A deck is called { $deck } already. Choose another name; `carabin deck list` shows those there are.
cli-new-failed = { $path } cannot be written ({ $reason }).
cli-new-no-name = { $name } has no letter and no digit to make the name of a deck from. Try `carabin deck new cardio`.
cli-new-no-editor = The editor { $editor } cannot be opened ({ $reason }). The deck is written; `editor` in config.toml, or $EDITOR, names another one.

## The reference of the format in `carabin deck guide`.

cli-guide-title = Reference of the format
cli-guide-intro = This part is made from the schema that the program reads by (`carabin deck schema`), version 1 of the format.
cli-guide-record-deck = The deck
cli-guide-record-objective = An objective (`objectives`)
cli-guide-record-source = A source (`sources`)
cli-guide-record-defaults = The defaults (`defaults`)
cli-guide-record-card = A card (`cards`)
cli-guide-record-question = A question of a case (`questions`)
cli-guide-record-option = An option (`options`)
cli-guide-record-area = A zone of a picture (`zones`, `others`)
cli-guide-record-image = A picture (`image`, `answer_image`)
cli-guide-record-article = An article (`article`)
cli-guide-record-tcs-question = A question of a TCS (`questions`)
cli-guide-defaults = What a card does not say for itself. Possible keys: { $keys }.
cli-guide-question = Like a card, without `was`, `draft` or `suspended`, of one of the marked formats (QRU, QRM, QRP, QROC, list, zone), and with one key more:
cli-guide-key = `{ $key }` ({ $form }): { $about }
cli-guide-needed = needed
cli-guide-form-text = text
cli-guide-form-texts = text or list of texts
cli-guide-form-flag = true or false
cli-guide-form-number = number
cli-guide-form-numbers = list of numbers
cli-guide-form-date = date
cli-guide-form-rank = A or B
cli-guide-form-records = list
cli-guide-form-mapping = keys
cli-guide-form-picture = path, or keys

cli-doctor-good = good:
cli-doctor-note = note:
cli-doctor-warning = warning:
cli-doctor-bad = broken:
cli-doctor-mended = mended:
cli-doctor-area-history = The history
cli-doctor-area-backups = The backups
cli-doctor-area-folders = The folders
cli-doctor-area-decks = The decks
cli-doctor-area-index = The index of the decks
cli-doctor-area-terminal = The terminal
cli-doctor-sound = Nothing is broken.
cli-doctor-broken = { $count ->
        [one] One thing is broken.
       *[other] { $count } things are broken.
    }
cli-doctor-stopped = The examination was interrupted: nothing was left half done.
cli-doctor-mendable = To mend what can be mended: carabin doctor --fix

cli-clock-fits = The clock says { $now }, which agrees with your answers.
cli-clock-ask = Is the clock right now? [y/N]
cli-clock-ask-ahead = Is that really today's date? [y/N]
cli-clock-set-it = Set the computer's clock, then start Carabin again. You can study all the same: nothing is lost, and the dates are put right afterwards.
cli-clock-advice = If the clock is right now: carabin clock --correct. If not, set the computer's clock first. Nothing is lost.
cli-clock-moved-back = Corrected on { $made }: { $count ->
        [one] one event moved back
       *[other] { $count } events moved back
    } by { $days ->
        [one] { $days } day.
       *[other] { $days } days.
    }
cli-clock-moved-on = Corrected on { $made }: { $count ->
        [one] one event moved on
       *[other] { $count } events moved on
    } by { $days ->
        [one] { $days } day.
       *[other] { $days } days.
    }
cli-clock-undone = The last correction no longer counts.
cli-clock-nothing-to-undo = There is no correction to take back.
