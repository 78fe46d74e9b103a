# The review history: what can go wrong with it, and what one should know.

journal-newer = This history was written by a newer Carabin (format { $found }; this one knows up to { $known }). Nothing was changed. Update Carabin to go on studying; until then the history can only be read.
journal-not-a-journal = This file is not a Carabin history. It was left as it is. “carabin doctor” says what can be done.
journal-damaged = The history is damaged: { $reason }. Nothing was changed. Restore a backup, or let “carabin doctor” have a look.
journal-busy = Another Carabin is writing to the history and does not let go. Close it, then try again.
journal-full = The disk is full: this could not be kept. Make some room, then try again; nothing else is lost.
journal-unwritten = The system refused to write to the history ({ $reason }): a full disk, a quota that is used up, or a failing disk. Nothing was written by half. Make some room and try again.
journal-read-only = The history may not be written: the file or its folder is read-only. Make them writable (chmod u+w) and try again; nothing that is kept is lost.
journal-open = The history { $path } could not be opened: { $reason }.
journal-io = Reading or writing the history failed: { $reason }. Nothing was half written; try again.
journal-no-such-event = There is no event { $id } in the history.
journal-unkeepable = This could not be kept: it holds a value beyond the limits of the history.
journal-sqlite = The history could not do this: { $reason }.

journal-new-device = This history comes from another machine. From now on it goes its own way here; nothing is lost.
journal-shared-device = A copy of this history went its own way under the same name. Both sides' answers are kept and count, and this one has a new name from now on.
journal-rollback = The history lies on a network folder (or one where SQLite cannot keep its log), so it is kept in a slower way, and only one machine at a time should use it.
journal-synced-folder = The history lies in { $folder }, a folder that is synced file by file. That can damage a database: better keep it elsewhere and sync with “carabin sync”.
