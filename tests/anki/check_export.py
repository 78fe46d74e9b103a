#!/usr/bin/env python3
"""Checks packages that Carabin exported against the real Anki (PyPI package `anki`).

    python3 -m venv venv && venv/bin/pip install anki
    venv/bin/python tests/anki/check_export.py [--cards CARDS.json] PACKAGE.apkg [SECOND.apkg]

Imports each package into a new collection, then the second one into the collection of the first (an update), checks the
database, renders every card on both sides, and prints what it found. Ends with 1 when something is wrong. With --cards the
sides of the cards with options are written to a file, for check_cards.js.
"""
import json, os, sys, tempfile, zipfile

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

FAULTS = []


def expect(what, condition):
    if not condition:
        FAULTS.append(what)
        print("  WRONG:", what)


def import_package(col, path):
    options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
    log = col.import_anki_package(ImportAnkiPackageRequest(package_path=os.path.abspath(path), options=options)).log
    return {name: len(getattr(log, name)) for name in ("new", "updated", "duplicate", "conflicting", "missing_notetype", "empty_first_field")}


def check(col, path):
    print("==", path, zipfile.ZipFile(path).namelist()[:4])
    print("  import:", import_package(col, path))
    problems, ok = col.fix_integrity()
    print("  check database:", "ok" if ok else "FAULTS", repr(problems))
    expect("the database check found something: " + problems, ok)
    counts = {table: col.db.scalar(f"select count() from {table}") for table in ("notes", "cards", "revlog")}
    kinds = dict(col.db.all("select type, count() from cards group by type"))
    queues = dict(col.db.all("select queue, count() from cards group by queue"))
    states = col.db.scalar("select count() from cards where json_extract(data, '$.s') is not null")
    print("  counts:", counts, "types:", kinds, "queues:", queues, "with FSRS state:", states)
    print("  decks:", [deck.name for deck in col.decks.all_names_and_ids()][:8])
    print("  note types:", sorted({note.note_type()["name"] for note in (col.get_note(n) for n in col.find_notes("")[:2000])}))
    empty = 0
    for number, cid in enumerate(col.find_cards("")):
        if number >= 3000:
            break
        card = col.get_card(cid)
        question, answer = card.question(), card.answer()
        if not question.strip() or "{{" in answer.replace("{{hint", ""):
            empty += 1
    expect(f"{empty} cards render wrong", empty == 0)
    reviewed = col.db.list("select id from cards where type = 2 limit 2000")
    for cid in reviewed:
        data = json.loads(col.db.scalar("select data from cards where id = ?", cid) or "{}")
        expect(f"card {cid} lost its state", data.get("s", 0) > 0)
    media = col.media.check()
    print("  media: missing", list(media.missing), "unused", list(media.unused))
    expect("media are missing", not media.missing)
    return counts


def write_cards(col, path):
    cards = [col.get_card(cid) for cid in col.find_cards('"note:Carabin QCM"')]
    with open(path, "w") as file:
        json.dump([{"question": card.question(), "answer": card.answer()} for card in cards], file)


def main(paths):
    cards = None
    if paths[:1] == ["--cards"]:
        cards, paths = paths[1], paths[2:]
    with tempfile.TemporaryDirectory() as folder:
        first = Collection(os.path.join(folder, "one.anki2"))
        counts = check(first, paths[0])
        for path in paths[1:]:
            again = check(first, path)
            expect("a second import doubles notes or cards", counts["notes"] == again["notes"] and counts["cards"] == again["cards"])
        if cards:
            write_cards(first, cards)
        first.close()
    print("all is well" if not FAULTS else f"{len(FAULTS)} faults")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
