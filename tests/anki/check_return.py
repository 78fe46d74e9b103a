#!/usr/bin/env python3
"""Takes packages that Carabin exported on a journey through the real Anki (PyPI package `anki`), as a phone would.

    venv/bin/python tests/anki/check_return.py PACKAGE.apkg RETURNED.apkg

Imports PACKAGE into a new collection, answers some cards, suspends and flags others, changes a text, and exports everything
to RETURNED. Prints how many answers and marks `carabin import RETURNED.apkg` is expected to tell, once.
"""
import os, sys, tempfile

from anki.collection import Collection, ExportAnkiPackageOptions

from check_export import import_package


def main(source, target):
    with tempfile.TemporaryDirectory() as folder:
        col = Collection(os.path.join(folder, "phone.anki2"))
        print("import:", import_package(col, source))
        before = col.db.scalar("select count() from revlog")
        answered = set()
        for deck in col.decks.all_names_and_ids():
            col.decks.select(deck.id)
            for _ in range(3):
                card = col.sched.getCard()
                if card is None:
                    break
                card.start_timer()
                col.sched.answerCard(card, 3)
                answered.add(card.id)
        free = [cid for cid in col.db.list("select id from cards where queue >= 0") if cid not in answered]
        col.sched.suspend_cards(free[:1])
        col.set_user_flag_for_cards(4, free[1:2])
        problems, ok = col.fix_integrity()
        print("check database:", "ok" if ok else "FAULTS", repr(problems))
        marked = col.db.scalar("select count() from cards where json_extract(data, '$.cd') is not null")
        print("answers given:", col.db.scalar("select count() from revlog") - before, "suspended: 1 flagged: 1 marked cards:", marked)
        options = ExportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True, with_media=True, legacy=False)
        col.export_anki_package(out_path=os.path.abspath(target), options=options, limit=None)
        col.close()
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
