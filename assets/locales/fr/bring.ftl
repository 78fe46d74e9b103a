## Importer

cli-value-title = TITRE
cli-value-code = CODE
cli-value-names = NOMS

cli-import-about = Faire des paquets de ce que d'autres programmes ont écrit
cli-import-long = Un tableau (CSV ou TSV, aussi ceux d'Anki) devient des cartes, une par ligne. Un paquet d'Anki (.apkg, .colpkg) devient des paquets YAML, avec les images et tout l'historique des révisions. Ce que devient chaque colonne est montré avant que quoi que ce soit soit écrit. Importer de nouveau met à jour les cartes qui ont changé dans le fichier, sans doublon ; ce que vous avez corrigé ou retiré dans le paquet reste ainsi (sauf --replace).
cli-import-more =
    Colonnes reconnues, en français ou en anglais, dans n'importe quel ordre :
      identifiant, type (q, cloze, qru, qrm, qrp, qroc, list), énoncé, réponse,
      accepté, éléments, proposition 1…, pourquoi 1…, correct (A C, ou 1 3),
      indispensable, inacceptable, indice, note, étiquettes, paquet, objectif,
      rang, item, situation, source, depuis, jusqu'au, brouillon, suspendue.
    Plusieurs valeurs dans une case sont séparées par « | », deux façons de dire
    la même chose par « = » entre deux espaces : accidents du travail = AT | décès.
cli-import-arg-files = Les fichiers
cli-import-arg-deck = Tout mettre dans ce paquet
cli-import-arg-title = Le titre d'un nouveau paquet
cli-import-arg-language = La langue d'un nouveau paquet, par exemple fr
cli-import-arg-kind = Le format des lignes qui ne le disent pas
cli-import-arg-separator = Ce qui sépare les cases : tab, semicolon, comma ou pipe
cli-import-arg-columns = Ce que sont les colonnes, dans l'ordre ; rien entre deux virgules : non lue
cli-import-arg-replace = Le fichier l'emporte, aussi sur ce que vous avez corrigé ou retiré dans le paquet
cli-import-arg-dry-run = Montrer seulement ce qui serait fait
cli-import-arg-yes = Ne pas demander
cli-import-example-table = Voir ce que deviendraient les colonnes d'un tableau
cli-import-example-deck = Ajouter des questions à un paquet
cli-import-lisa-about = Proposer des cartes à partir de fiches LiSA
cli-import-lisa-long = Chaque fiche (texte wiki) devient un paquet : l'objectif, la source, le texte à lire à côté, et des cartes proposées. Aucune n'est posée avant d'avoir été acceptée : carabin deck drafts.
cli-import-lisa-arg-files = Les fiches, en texte wiki
cli-import-lisa-arg-replace = La fiche l'emporte sur ce que vous avez corrigé, et propose de nouveau ce que vous avez refusé
cli-import-lisa-arg-dry-run = Montrer seulement ce qui serait fait
cli-import-lisa-arg-yes = Ne pas demander
cli-import-lisa-example = Les cartes proposées par une fiche
cli-import-lisa-drafts = Ce sont des propositions : aucune ne sera posée avant d'être acceptée (carabin deck drafts).
cli-import-nothing = aucun fichier. Par exemple : carabin import cartes.csv
cli-import-unknown = { $path } : ce type de fichier n'est pas reconnu. Un tableau finit par .csv, .tsv ou .txt, un paquet d'Anki par .apkg ou .colpkg ; pour une fiche LiSA : carabin import lisa FICHIER
cli-import-table = { $path } : { $rows ->
    [one] { $rows } carte
   *[other] { $rows } cartes
} ({ $encoding }, séparateur : { $separator })
cli-import-tab = tabulation
cli-import-head-column = colonne
cli-import-head-meaning = devient
cli-import-head-example = exemple
cli-import-not-read = (non lue)
cli-import-row = ligne { $row } : { $reason }
cli-import-cell = ligne { $row }, colonne « { $column } » : { $reason }
cli-import-more-mistakes = … et { $n } autres erreurs
cli-import-new-deck = Nouveau paquet { $deck }, « { $title } » : { $added ->
    [one] { $added } carte
   *[other] { $added } cartes
} ({ $path })
cli-import-deck = Paquet { $deck }, « { $title } » : { $added } de plus, { $changed } à mettre à jour, { $same } déjà là ({ $path })
cli-import-over = { "  " }{ $cards ->
    [one] Réécrite d'après le fichier
   *[other] Réécrites d'après le fichier ({ $cards })
} : { $names }
cli-import-kept = { "  " }{ $cards ->
    [one] Changée dans le fichier et par vous : la vôtre reste (--replace prend celle du fichier)
   *[other] Changées dans le fichier et par vous : les vôtres restent (--replace prend celles du fichier)
} : { $names }
cli-import-away = { "  " }{ $cards ->
    [one] Retirée par vous : elle ne revient pas (--replace la reprend)
   *[other] Retirées par vous : elles ne reviennent pas (--replace les reprend)
} : { $names }
cli-import-remembered = { "  " }Aucune carte ne change ; ce que le fichier dit maintenant sera retenu pour la prochaine fois.
cli-import-damaged = { "  " }Les notes d'Anki gardées pour ce paquet sont illisibles et restent telles quelles : { $path }. Exportées vers Anki, ces cartes y seraient en double. Remettez ce fichier d'une sauvegarde, ou supprimez-le et importez de nouveau.
cli-import-nothing-new = Rien de nouveau à importer.
cli-import-dry-run = Rien n'a été écrit.
cli-import-ask = Importer ? [o/N]
cli-import-ask-history = Si cet historique est celui d'un ami, répondez c : ses réponses fausseraient votre mémoire.
    Importer ? o : tout, c : les cartes seulement, n : rien [o/c/N]
cli-import-declined = rien n'a été importé. Pour ne pas être interrogé : --yes
cli-import-done = { $cards ->
    [one] { $cards } carte importée.
   *[other] { $cards } cartes importées.
}

## Ce qui ne va pas dans un tableau

table-quote = un guillemet « " » s'ouvre ici et n'est jamais refermé
table-wide = cette ligne a plus de 1 000 cases : ce n'est pas un tableau de cartes, ou le séparateur n'est pas le bon (--separator)
table-long = ce tableau a plus de 500 000 lignes : coupez-le en plusieurs fichiers
table-empty = Le tableau est vide.
table-no-question-column = Aucune colonne n'est celle de la question. Nommez-la « question » ou « énoncé », ou dites ce que sont les colonnes : --columns question,réponse
table-no-question = la question manque
table-no-answer = la réponse manque
table-no-items = les éléments de la liste manquent
table-kind = le format « { $value } » n'existe pas : q, cloze, qru, qrm, qrp, qroc ou list
table-cloze = rien n'est à trouver : mettez {"{{"}…{"}}"} autour de ce qui est caché
table-letter = aucune proposition « { $value } »
table-option-both = la proposition { $value } est juste et inacceptable à la fois
table-option-twice = deux propositions disent « { $value } »
table-too-few-options = il faut au moins deux propositions
table-no-right = aucune proposition juste
table-two-right = une QRU n'a qu'une proposition juste
table-long-plain = une QRP longue n'a ni indispensable ni inacceptable
table-id = « { $value } » ne peut pas être un identifiant : des lettres sans accent, des chiffres et - _ . :
table-id-twice = l'identifiant « { $value } » est déjà à la ligne { $first }
table-objective = « { $value } » n'est pas un objectif, tel que OIC-019-09-A
table-rank = « { $value } » n'est pas un rang : A ou B
table-item = « { $value } » n'est pas un item, de 1 à 367
table-situation = « { $value } » n'est pas une situation de départ, de 1 à 356
table-date = « { $value } » n'est pas une date, telle que 2026-11-23
table-yes-no = « { $value } » n'est ni oui ni non

## Propositions

cli-deck-drafts-about = Voir, accepter ou refuser les cartes proposées
cli-deck-drafts-long = Une carte proposée (draft: true) n'est jamais posée. L'accepter efface cette ligne de son fichier, la refuser retire la carte ; rien d'autre ne change. En plein écran : la touche d de l'accueil.
cli-deck-drafts-arg-decks = Celles de ces paquets seulement
cli-deck-drafts-arg-ask = Demander pour chacune
cli-deck-drafts-arg-accept = Accepter cette carte ; à répéter
cli-deck-drafts-arg-refuse = Refuser cette carte ; à répéter
cli-deck-drafts-arg-refused = Voir celles qui ont été refusées
cli-deck-drafts-arg-again = Proposer de nouveau cette carte refusée ; à répéter
cli-drafts-refused = { $card } — { $prompt }
cli-drafts-none-refused = Aucune carte refusée.
cli-drafts-again = Pour en revoir une : carabin deck drafts --again PAQUET/ID.
cli-deck-drafts-example = Décider de chaque carte proposée
cli-drafts-none = Aucune carte proposée.
cli-drafts-how = Pour décider de chacune : carabin deck drafts --ask, ou --accept et --refuse.
cli-drafts-head = { $number }/{ $of } { $card }
cli-drafts-passage = D'après : { $text }
cli-drafts-ask = [a]ccepter, [r]efuser, [p]lus tard, [q]uitter ?
cli-drafts-done = { $accepted ->
    [one] { $accepted } acceptée
   *[other] { $accepted } acceptées
}, { $refused ->
    [one] { $refused } refusée
   *[other] { $refused } refusées
}, { $left } en attente.
home-drafts = { $n ->
    [one] { $n } carte proposée attend votre décision : d
   *[other] { $n } cartes proposées attendent votre décision : d
}
drafts-none = Plus aucune carte proposée.
draft-title = Proposition { $number } sur { $of }
draft-passage = D'après
draft-accepted = Acceptée : elle sera posée.
draft-refused = Refusée.
draft-changed-since = Le fichier a changé depuis : rien n'a été repris.

## Exporter

cli-value-format = FORMAT
cli-export-about = Écrire des cartes pour d'autres programmes
cli-export-long = Un paquet Anki (.apkg) pour le téléphone, avec les états FSRS et les révisions ; un tableau CSV pour les tableurs, ou TSV pour Anki et les scripts, que « carabin import » relit sans perte. Une carte doit répondre à tous les filtres donnés.
cli-export-arg-file = Le fichier à écrire
cli-export-arg-to = Pour quoi : anki, csv ou tsv (par défaut, d'après le nom du fichier)
cli-export-arg-separator = Ce qui sépare les cases d'un CSV (par défaut : point-virgule en français, virgule en anglais)
cli-export-arg-yes = Ne rien demander, même si le fichier existe
cli-export-arg-decks = Ce paquet seulement ; à répéter pour plusieurs paquets
cli-export-arg-item = Cet item des EDN seulement, de 1 à 367
cli-export-arg-objective = Cet objectif de connaissance seulement, par exemple OIC-019-09-A
cli-export-arg-rank = Ce rang seulement
cli-export-arg-tag = Cette étiquette et celles qu'elle contient
cli-export-example-csv = Les cartes d'un item dans un tableur
cli-export-example-tsv = Tout le rang A, pour Anki ou un script
cli-export-unknown = { $path } : dites pour quoi l'écrire, par exemple --to csv
cli-export-done = { $cards ->
    [one] { $cards } carte écrite dans { $path }.
   *[other] { $cards } cartes écrites dans { $path }.
}
cli-export-left-out = Laissées de côté, car une ligne ne peut pas les tenir : { $n } ({ $kind }).
cli-export-pictures = { $n ->
    [one] { $n } carte a perdu son image.
   *[other] { $n } cartes ont perdu leur image.
}
plain-drafts = { $n ->
    [one] { $n } carte proposée attend votre décision : carabin deck drafts --ask
   *[other] { $n } cartes proposées attendent votre décision : carabin deck drafts --ask
}
cli-export-arg-legacy = Pour les vieux Anki (avant 2.1.50)
cli-export-arg-no-history = Sans les états ni les révisions
cli-export-example-anki = Un item sur le téléphone, sans perdre où vous en êtes
cli-export-anki-done = { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
}, { $cards ->
    [one] { $cards } carte
   *[other] { $cards } cartes
}, { $reviews ->
    [one] { $reviews } révision
   *[other] { $reviews } révisions
} et { $media ->
    [one] { $media } image
   *[other] { $media } images
} dans { $path }.
cli-export-anki-missing = { $files ->
    [one] 1 fichier illisible n'est pas dans le paquet.
   *[other] { $files } fichiers illisibles ne sont pas dans le paquet.
}
cli-export-anki-unsaid = { $notes ->
    [one] 1 note venue d'Anki y garde son ancien texte : ce que vous avez corrigé ici n'entre pas dans ses champs.
   *[other] { $notes } notes venues d'Anki y gardent leur ancien texte : ce que vous avez corrigé ici n'entre pas dans leurs champs.
}
error-changed = { $path } a changé depuis que cela vous a été montré : rien n'a été importé. Relancez la commande pour voir ce qu'elle ferait maintenant.
error-cancelled = Arrêté : rien n'a été écrit.
## Importer d'Anki

cli-import-arg-no-history = Laisser l'historique des révisions d'un paquet d'Anki : pour celui d'un ami
cli-import-arg-parameters = Reprendre les paramètres FSRS d'un paquet d'Anki
cli-import-example-anki = Reprendre une collection d'Anki, historique compris
cli-import-anki = { $path } : { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
}, { $cards ->
    [one] { $cards } carte
   *[other] { $cards } cartes
}
cli-import-anki-history = Historique : { $answers ->
    [one] { $answers } réponse
   *[other] { $answers } réponses
} ; { $new ->
    [0] tout est déjà repris
    [one] { $new } événement à reprendre
   *[other] { $new } événements à reprendre
}
cli-import-anki-without-history = Il n'y a pas d'historique dans ce paquet.
cli-import-anki-agreement = Mémoire (FSRS) : recalculée à moins de 1 % de celle d'Anki pour { $same } cartes sur { $compared } ; pour les autres, c'est celle d'Anki qui est reprise.
cli-import-anki-parameters = Ce paquet a ses propres paramètres FSRS. Pour en faire les vôtres : --parameters
cli-import-anki-parameters-taken = Ses paramètres FSRS deviendront les vôtres.
cli-import-anki-no-history = L'historique des révisions n'est pas repris.
cli-import-anki-returned = { $notes ->
    [one] { $notes } note vient d'ici : seules ses révisions sont reprises.
   *[other] { $notes } notes viennent d'ici : seules leurs révisions sont reprises.
}
cli-import-anki-losses = Ce qui ne peut pas être gardé
cli-import-anki-no-loss = Rien ne se perd.
cli-import-anki-loss = { $what } ({ $examples })
cli-import-anki-unfit = carte { $card }, laissée de côté : { $reason }
cli-import-anki-done = C'est fait : { $cards ->
    [one] { $cards } carte écrite
   *[other] { $cards } cartes écrites
}, { $events ->
    [one] { $events } événement repris dans l'historique.
   *[other] { $events } événements repris dans l'historique.
}
cli-import-anki-left = { $events ->
    [one] { $events } événement n'est pas repris : sa carte n'est plus dans aucun paquet.
   *[other] { $events } événements ne sont pas repris : leurs cartes ne sont plus dans aucun paquet.
}
import-anki-hidden = cache { $number } sur { $of }
progress-anki-unpack = Ouverture du paquet
progress-anki-notes = Lecture des notes
progress-anki-history = Lecture de l'historique
progress-anki-files = Copie des images
progress-index = Mise à jour de l'index
progress-plan = Préparation des paquets
progress-table = Lecture du tableau
progress-lisa = Lecture des fiches
progress-write = Écriture
progress-keep = Reprise de l'historique
progress-select = Lecture des cartes
progress-states = Lecture des révisions
progress-pack = Mise en paquet
error-anki = { $path } : { $reason }
anki-not-package = ce n'est pas un paquet d'Anki. Dans Anki : Fichier, Exporter
anki-too-new = ce paquet vient d'une version d'Anki que Carabin ne connaît pas encore (format { $version }). Dans Anki, cochez « Prendre en charge les anciennes versions » en exportant
anki-too-large = ce paquet demande trop de place ({ $what } : plus de { $limit })
anki-hostile = le nom « { $name } » mène hors du paquet : il a été refusé en entier
anki-damaged = ce paquet est abîmé ({ $detail }). Exportez-le de nouveau
anki-cancelled = arrêté, rien n'a été changé
anki-io = { $detail }
loss-sound = { $count ->
    [one] { $count } son : le fichier est gardé, mais rien n'est joué
   *[other] { $count } sons : les fichiers sont gardés, mais rien n'est joué
}
loss-too-long = { $count ->
    [one] { $count } champ trop long pour tenir sur une carte
   *[other] { $count } champs trop longs pour tenir sur une carte
}
loss-sound-missing = { $count ->
    [one] { $count } son introuvable ; son nom reste dans le texte
   *[other] { $count } sons introuvables ; leurs noms restent dans le texte
}
loss-speech = { $count ->
    [one] { $count } texte lu à voix haute
   *[other] { $count } textes lus à voix haute
}
loss-formula = { $count ->
    [one] { $count } formule, laissée en LaTeX
   *[other] { $count } formules, laissées en LaTeX
}
loss-looks = { $count ->
    [one] { $count } mise en forme (couleur, soulignement) : seul le texte est gardé
   *[other] { $count } mises en forme (couleurs, soulignements) : seul le texte est gardé
}
loss-script = { $count ->
    [one] { $count } programme (JavaScript) dans une note
   *[other] { $count } programmes (JavaScript) dans des notes
}
loss-style = { $count ->
    [one] { $count } feuille de style dans une note
   *[other] { $count } feuilles de style dans des notes
}
loss-template-script = { $count ->
    [one] { $count } programme (JavaScript) dans un modèle de carte
   *[other] { $count } programmes (JavaScript) dans des modèles de cartes
}
loss-template-style = { $count ->
    [one] { $count } feuille de style dans un modèle de carte
   *[other] { $count } feuilles de style dans des modèles de cartes
}
loss-media-player = { $count ->
    [one] { $count } vidéo ou dessin
   *[other] { $count } vidéos ou dessins
}
loss-picture-missing = { $count ->
    [one] { $count } image introuvable ; son nom reste dans le texte
   *[other] { $count } images introuvables ; leurs noms restent dans le texte
}
loss-unknown-field = { $count ->
    [one] { $count } champ demandé par un modèle, mais absent
   *[other] { $count } champs demandés par un modèle, mais absents
}
loss-filter = { $count ->
    [one] { $count } filtre inconnu : le champ est gardé tel quel
   *[other] { $count } filtres inconnus : le champ est gardé tel quel
}
loss-empty-card = { $count ->
    [one] { $count } carte vide
   *[other] { $count } cartes vides
}
loss-no-answer = { $count ->
    [one] { $count } carte sans réponse : elle a un tiret
   *[other] { $count } cartes sans réponse : elles ont un tiret
}
loss-occlusion-no-picture = { $count ->
    [one] { $count } image à masques sans image
   *[other] { $count } images à masques sans image
}
loss-shape = { $count ->
    [one] { $count } masque d'une forme inconnue
   *[other] { $count } masques d'une forme inconnue
}
loss-returned-unknown = { $count ->
    [one] { $count } carte venue d'ici qui n'existe plus
   *[other] { $count } cartes venues d'ici qui n'existent plus
}
loss-no-notetype = { $count ->
    [one] { $count } note d'un type absent
   *[other] { $count } notes d'un type absent
}
loss-mask-words = { $count ->
    [one] { $count } texte écrit sur une image à caches, hors des caches
   *[other] { $count } textes écrits sur des images à caches, hors des caches
}
loss-mask-others = { $count ->
    [one] { $count } carte à caches : ses autres caches sont trop nombreux, les premiers seuls sont gardés
   *[other] { $count } cartes à caches : leurs autres caches sont trop nombreux, les premiers seuls sont gardés
}
loss-older = { $count ->
    [one] { $count } carte plus ancienne que celle que vous avez : la vôtre reste
   *[other] { $count } cartes plus anciennes que celles que vous avez : les vôtres restent
}
loss-review-ahead = { $count ->
    [one] { $count } révision datée de plus tard qu'aujourd'hui : l'horloge de l'appareil avançait
   *[other] { $count } révisions datées de plus tard qu'aujourd'hui : l'horloge de l'appareil avançait
}
loss-no-card = { $count ->
    [one] { $count } note sans carte
   *[other] { $count } notes sans carte
}
loss-note-not-kept = { $count ->
    [one] { $count } note trop longue pour être gardée telle quelle : exportée vers Anki, elle y serait en double
   *[other] { $count } notes trop longues pour être gardées telles quelles : exportées vers Anki, elles y seraient en double
}
loss-note-twice = { $count ->
    [one] { $count } note en double
   *[other] { $count } notes en double
}
loss-review-orphan = { $count ->
    [one] { $count } révision d'une carte qui n'est pas dans le paquet
   *[other] { $count } révisions de cartes qui ne sont pas dans le paquet
}
loss-file-unused = { $count ->
    [one] { $count } fichier que rien n'utilise
   *[other] { $count } fichiers que rien n'utilise
}
