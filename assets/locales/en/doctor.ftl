# carabin doctor: what is well, what is not, what can be done.

doctor-no-history = Nothing was studied here yet.
doctor-history-good = { $events ->
        [0] The file is sound; nothing is written in it yet.
        [one] One event, intact; what is shown follows from it exactly.
       *[other] { $events } events, all intact; what is shown follows from them exactly.
    }
doctor-conflicts = { $count ->
        [one] One event number stands
       *[other] { $count } event numbers stand
    } for two events: the history was copied, and both copies went on. All are kept and count.
doctor-schema = Derived tables are missing or others: { $names }. They are made again from your answers.
doctor-schema-lost = Tables of the history itself are missing: { $names }. They cannot be made up.
doctor-stale = The states wait to be computed anew (settings or rules have changed); it happens by itself at the next start.
doctor-file = SQLite finds the file damaged: { $reason }.
doctor-altered = { $count ->
        [one] One event was altered
       *[other] { $count } events were altered
    } on the disk: the hash does not fit (the first: { $first }). It goes on counting as it is.
doctor-states = { $count ->
        [one] The state of a card does not follow from its answers.
       *[other] The states of { $count } cards do not follow from their answers.
    }
doctor-inner = Counts (days, settings, versions of cards) do not follow from your answers.
doctor-not-mended = It could not be mended. Nothing was changed.
doctor-restore = Your last backup is { $name }. To go back to it (the present history is put aside first): carabin journal restore { $name }. To take only what is missing from it, as long as the history opens: carabin journal import FILE
doctor-no-backup-to-restore = There is no backup here. An export, another machine, or the backup of the whole computer may have a copy.
doctor-no-backups = No backup yet: the first is made at the end of the next session.
doctor-backups-good = { $count ->
        [one] One backup
       *[other] { $count } backups
    }; the last one, { $name }, reads back whole ({ $events ->
        [one] one event
       *[other] { $events } events
    }).
doctor-backup-damaged = The last backup, { $name }, does not read back: { $reason } Make another: carabin journal backup
doctor-folders-good = Your files are in { $path }, nobody else can read them, and there is room left.
doctor-not-writable = Nothing can be written in { $path }: { $reason }. Give yourself the rights to that folder, or name another by CARABIN_HOME.
doctor-open-to-others = { $count ->
        [one] Others than you can read or write { $path }.
       *[other] Others than you can read or write { $path } and more of your files ({ $count } in all).
    }
doctor-foreign = { $count ->
        [one] { $path } belongs
       *[other] { $path } and other files ({ $count } in all) belong
    } to another user than the folder: was Carabin run by sudo? Give them back to their owner by chown.
doctor-little-room = There are { $megabytes } MB left on the disk of { $path }: make room before the history can no longer be written.
doctor-decks = { $decks ->
        [one] One deck
       *[other] { $decks } decks
    }, { $cards ->
        [one] one card
       *[other] { $cards } cards
    }.
doctor-deck = { $path }: { $count ->
        [one] one mistake; the rest of the deck is studied.
       *[other] { $count } mistakes; the rest of the deck is studied.
    } More: carabin deck check { $path }
doctor-index = The index of the decks is damaged: { $reason }. It is made again from the decks; nothing is lost.
doctor-index-good = The index is sound.
doctor-no-terminal = Not a terminal: nothing to say about it.
doctor-dumb-terminal = This terminal cannot move the cursor (TERM=dumb): Carabin works line by line there.
doctor-no-unicode = The system's language does not announce UTF-8: accents may show badly. Try LC_ALL=en_GB.UTF-8.
doctor-small-terminal = { $columns } × { $rows } characters is small; 40 × 12 at least, 80 × 24 to be at ease.
doctor-terminal-good = { $columns } × { $rows } characters, { $colours ->
        [0] no colours
        [16] 16 colours
        [256] 256 colours
       *[other] all colours
    }.

# While it looks
progress-doctor-history = Reading the history again
progress-doctor-backups = Backups
progress-doctor-folders = Folders
progress-doctor-decks = Decks
progress-doctor-terminal = Terminal
