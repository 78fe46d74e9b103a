#!/usr/bin/env python3
"""Makes the packages of this folder with the real Anki (PyPI package `anki`), and says what Anki knows of them.

    python3 -m venv venv && venv/bin/pip install anki && venv/bin/python tests/anki/make_packages.py

See README.md. Everything in the packages is made up here: texts, pictures, reviews.
"""
import json, os, random, shutil, struct, sys, tempfile, time, zipfile, zlib

os.environ.setdefault("TZ", "UTC")
time.tzset()

from anki.collection import Collection, ExportAnkiPackageOptions
from anki.decks import UpdateDeckConfigs

HERE = os.path.dirname(os.path.abspath(__file__))
DAY = 86_400


def png(width, height, colour):
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
    rows = b"".join(b"\0" + bytes(colour) * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def media(col, name, data):
    return col.media.write_data(name, data)


def add(col, notetype, deck, fields, tags=()):
    note = col.new_note(col.models.by_name(notetype))
    for name, text in fields.items():
        note[name] = text
    note.tags = list(tags)
    col.add_note(note, col.decks.id(deck))
    return note


def custom_type(col):
    mm = col.models
    nt = mm.new("Médicament")
    for name in ("Nom", "Classe", "Effets", "Astuce"):
        mm.add_field(nt, mm.new_field(name))
    one = mm.new_template("Classe")
    one["qfmt"] = (
        "<style>.a{color:red}</style><div class=a>{{Nom}}</div>{{#Astuce}}{{hint:Astuce}}{{/Astuce}}"
        "<script>console.log('x')</script><br>Classe ?"
    )
    one["afmt"] = "{{FrontSide}}<hr id=answer>{{text:Classe}}{{^Effets}}<i>Pas d'effet connu</i>{{/Effets}}"
    two = mm.new_template("Effets")
    two["qfmt"] = "{{#Effets}}Effets de <b>{{Nom}}</b> ({{Deck}}, {{Tags}}) ?{{/Effets}}"
    two["afmt"] = "{{FrontSide}}<hr id=answer>{{inconnu:Effets}}"
    for template in (one, two):
        mm.add_template(nt, template)
    nt["css"] += "\n.card { color: blue }"
    mm.add(nt)


def notes(col):
    red = media(col, "cœur rouge.png", png(8, 6, (200, 0, 0)))
    media(col, "copie.png", png(8, 6, (200, 0, 0)))
    sound = media(col, "souffle.mp3", b"ID3 not a real sound")
    scheme = media(col, "schema.png", png(40, 20, (0, 120, 0)))
    basic = {
        "ondam": ("Qui vote l'<b>ONDAM</b>&nbsp;?", "Le Parlement,<br>chaque <i>année</i>."),
        "liste": ("Signes ?", "<ul><li>un</li><li>deux<ul><li>deux bis</li></ul></li></ul><p>Fin</p>"),
        "table": ("Valeurs ?", "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2 | 3</td></tr></table>"),
        "image": (f'Quoi ?<img src="{red}">', f'Le cœur<img src="copie.png" alt="Un cœur"> [sound:{sound}]'),
        "formule": (r"Formule \(\alpha \leq \frac{1}{2}\) ?", r"CO<sub>2</sub>, Ca<sup>2+</sup>, \[x^2\], [$]\beta[/$]"),
        "piege": ("Est-ce que # titre et - liste ?", "# pas un titre<br>- pas une liste<br>1. ni ça *non* _non_"),
        "absente": ("Une image perdue <img src='perdue.png'>", "Oui &lt;b&gt; &amp; {{rien}}"),
    }
    out = {}
    for key, (front, back) in basic.items():
        out[key] = add(col, "Basic", "EDN::Cardio", {"Front": front, "Back": back}, ["cardio::base", "edn"])
    out["inverse"] = add(col, "Basic (and reversed card)", "EDN::Cardio", {"Front": "T2A", "Back": "Tarification à l'activité"})
    out["option"] = add(col, "Basic (optional reversed card)", "EDN::Pneumo", {"Front": "BPCO", "Back": "Bronchopneumopathie", "Add Reverse": "y"})
    out["option-non"] = add(col, "Basic (optional reversed card)", "EDN::Pneumo", {"Front": "PID", "Back": "Pneumopathie interstitielle", "Add Reverse": ""})
    out["saisie"] = add(col, "Basic (type in the answer)", "EDN::Pneumo", {"Front": "Capitale du pancréas ?", "Back": "<b>Langerhans</b>"})
    out["trous"] = add(col, "Cloze", "EDN", {"Text": "La {{c1::COG::sigle}} lie l'{{c2::État}} et la {{c1::Cnam}}.", "Back Extra": "Depuis <b>1996</b>"}, ["a::b::c"])
    out["emboite"] = add(col, "Cloze", "EDN", {"Text": "Le {{c1::cœur {{c2::gauche}} bat}} fort", "Back Extra": ""})
    out["medicament"] = add(col, "Médicament", "Pharmaco", {"Nom": "Aspirine", "Classe": "<b>AINS</b>", "Effets": "Saignement", "Astuce": "acide"}, ["pharma"])
    out["medicament-seul"] = add(col, "Médicament", "Pharmaco", {"Nom": "Placebo", "Classe": "Aucune", "Effets": "", "Astuce": ""})
    col.add_image_occlusion_notetype()
    col.add_image_occlusion_note(
        notetype_id=0,
        image_path=os.path.join(col.media.dir(), scheme),
        occlusions="{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.4:oi=1}}<br>"
        "{{c2::image-occlusion:ellipse:left=.5:top=.2:rx=.1:ry=.2:oi=1}}<br>"
        "{{c3::image-occlusion:polygon:points=.1,.1 .9,.1 .5,.9:oi=1}}<br>",
        header="<b>Réseau</b>", back_extra="Fin", tags=["io"],
    )
    out["occlusion"] = col.get_note(max(col.find_notes("")))
    return out


def ms(day, hour, second=0):
    return (day * DAY + hour * 3600 + second) * 1000


class Past:
    """Reviews of a card, as rows of Anki's log."""

    def __init__(self, col, card, rng):
        self.col, self.card, self.rng, self.rows = col, card, rng, []

    def row(self, at, ease, ivl, last, kind, factor=2500, took=None):
        while self.col.db.scalar("select count() from revlog where id=?", at):
            at += 1
        took = took or self.rng.randint(2000, 30000)
        self.col.db.execute("insert into revlog values (?,?,?,?,?,?,?,?,?)", at, self.card.id, -1, ease, ivl, last, factor, took, kind)
        self.rows.append(at)
        return at


def simulate(past, start, today, rng):
    """Learning steps, reviews, lapses: until today."""
    hour = rng.randint(6, 22)
    past.row(ms(start, hour), rng.choice([1, 3]), -60, -60, 0)
    past.row(ms(start, hour, 90), 3, -600, -60, 0)
    past.row(ms(start, hour, 800), 3, 1, -600, 0)
    day, ivl, factor, lapses, reps = start, 1, 2500, 0, 3
    while day + ivl < today:
        day += max(1, ivl + rng.randint(-1, 3))
        if day >= today:
            break
        hour = rng.randint(5, 23)
        ease = rng.choices([1, 2, 3, 4], [12, 12, 66, 10])[0]
        reps += 1
        if ease == 1:
            lapses += 1
            past.row(ms(day, hour), 1, -600, ivl, 1, factor)
            past.row(ms(day, hour, 700), 3, 1, -600, 2, factor)
            ivl, factor, reps = 1, max(1300, factor - 200), reps + 1
        else:
            new = max(ivl + 1, round(ivl * {2: 1.2, 3: 2.3, 4: 3.0}[ease]))
            past.row(ms(day, hour), ease, new, ivl, 1, factor)
            ivl = new
    return day, ivl, factor, reps, lapses


def history(col, made, rng):
    crt = col.crt
    now = int(time.time())
    today = now // DAY
    number = lambda day: day - (crt // DAY)
    cards = []
    for index in range(60):
        note = add(col, "Basic", "EDN::Histoire", {"Front": f"Question {index}", "Back": f"Réponse {index}"})
        cards.append(note.cards()[0])
    cards += made["inverse"].cards() + made["trous"].cards() + [made["medicament"].cards()[1], made["occlusion"].cards()[1]]
    for index, card in enumerate(cards):
        past = Past(col, card, rng)
        start = today - rng.randint(30, 400)
        day, ivl, factor, reps, lapses = simulate(past, start, today, rng)
        if index == 3:  # reviewed in a filtered deck without effect
            past.row(ms(day, 23, 3000), 3, 0, ivl, 3, 0)
        if index == 4:  # forgotten by hand, then learnt anew
            past.row(ms(day, 23, 3000), 0, 0, ivl, 4, 0)
            past.row(ms(today - 5, 9), 3, -600, -60, 0)
            past.row(ms(today - 5, 9, 700), 3, 2, -600, 0)
            day, ivl, reps, lapses = today - 5, 2, 2, 0
        if index == 5:  # moved to another day by hand
            ivl = 40
            past.row(ms(day, 23, 3000), 0, ivl, ivl, 4, factor)
        if index == 6:  # the log was cut: it begins with a review
            col.db.execute("delete from revlog where cid=? and type=0", card.id)
        if index == 7:  # no log at all
            col.db.execute("delete from revlog where cid=?", card.id)
        if index == 8:  # still learning
            past.row(ms(today - 1, 22), 1, -600, ivl, 1, factor)
            col.db.execute("update cards set type=3, queue=1, due=?, ivl=1, factor=?, reps=?, lapses=?, left=1001 where id=?",
                           (today - 1) * DAY + 22 * 3600 + 600, factor, reps, lapses, card.id)
            continue
        col.db.execute("update cards set type=2, queue=2, due=?, ivl=?, factor=?, reps=?, lapses=?, left=0 where id=?",
                       number(day + ivl), ivl, factor, reps, lapses, card.id)
    return cards


def with_fsrs(col):
    """Turns FSRS on; Anki then computes the memory of every card."""
    did = col.decks.id("EDN")
    configs = col.decks.get_deck_configs_for_update(did)
    request = UpdateDeckConfigs()
    request.target_deck_id = did
    request.configs.extend([entry.config for entry in configs.all_config])
    request.limits.CopyFrom(configs.current_deck.limits)
    request.fsrs = True
    request.fsrs_reschedule = False
    request.card_state_customizer = ""
    col.decks.update_deck_configs(request)


def known(col):
    """What Anki knows of every card: what the tests compare with."""
    out = []
    for cid in col.find_cards(""):
        card, note = col.get_card(cid), col.get_card(cid).note()
        state = card.memory_state
        out.append({
            "guid": note.guid, "ord": card.ord, "deck": col.decks.name(card.odid or card.did),
            "notetype": note.note_type()["name"], "tags": note.tags, "type": card.type, "queue": card.queue,
            "due": card.odue if card.odid else card.due, "ivl": card.ivl, "flag": card.flags & 7,
            "reps": card.reps, "lapses": card.lapses,
            "s": round(state.stability, 4) if state else None, "d": round(state.difficulty, 3) if state else None,
            "revlog": col.db.list("select id from revlog where cid=? order by id", cid),
            "fields": dict(note.items()),
        })
    return {"crt": col.crt, "cards": out}


def legacy1(legacy2, out):
    """The oldest kind: only collection.anki2, no meta."""
    with zipfile.ZipFile(legacy2) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name in ("meta", "collection.anki2"):
                continue
            target.writestr("collection.anki2" if name == "collection.anki21" else name, source.read(name))


def main():
    folder = tempfile.mkdtemp()
    col = Collection(os.path.join(folder, "collection.anki2"))
    rng = random.Random(19)
    # Reviews go back a year: the collection must be older, or its day numbers are negative.
    col.db.execute("update col set crt=?", (int(time.time()) // DAY - 500) * DAY + 4 * 3600)
    custom_type(col)
    made = notes(col)
    cards = history(col, made, rng)
    col.close()
    col = Collection(os.path.join(folder, "collection.anki2"))
    with_fsrs(col)
    col.sched.suspend_cards([cards[10].id])
    col.sched.bury_cards([cards[11].id], manual=True)
    col.set_user_flag_for_cards(3, [cards[12].id])
    filtered = col.decks.new_filtered("Filtré")
    deck = col.decks.get(filtered)
    deck["terms"] = [[f"cid:{cards[13].id}", 5, 0]]
    col.decks.save(deck)
    col.sched.rebuild_filtered_deck(filtered)
    everything = dict(with_scheduling=True, with_deck_configs=True, with_media=True)
    path = lambda name: os.path.join(HERE, name)
    col.export_anki_package(out_path=path("modern.apkg"), options=ExportAnkiPackageOptions(legacy=False, **everything), limit=None)
    col.export_anki_package(out_path=path("legacy2.apkg"), options=ExportAnkiPackageOptions(legacy=True, **everything), limit=None)
    with open(path("expected.json"), "w") as file:
        json.dump(known(col), file, ensure_ascii=False, indent=0)
    # The same, some days of study later: one note mended, one new, one more review. What a second import meets.
    note = col.get_note(made["ondam"].id)
    note["Back"] = "Le Parlement, chaque automne."
    col.update_note(note)
    add(col, "Basic", "EDN::Cardio", {"Front": "Nouvelle ?", "Back": "Oui."})
    past = Past(col, cards[0], rng)
    past.row(int(time.time() * 1000) - 3_600_000, 3, 30, 10, 1)
    col.export_anki_package(out_path=path("later.apkg"), options=ExportAnkiPackageOptions(legacy=False, **everything), limit=None)
    col.export_collection_package(out_path=path("modern.colpkg"), include_media=True, legacy=False)
    legacy1(path("legacy2.apkg"), path("legacy1.apkg"))
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
