## Les épreuves blanches.

exam-title = Épreuve blanche
exam-brief = { $n ->
    [one] 1 question en { $minutes } minutes.
   *[other] { $n } questions en { $minutes } minutes.
}
exam-brief-groups = { $n ->
    [one] Dont { $questions } dans un dossier, à la suite et sans retour en arrière.
   *[other] Dont { $questions } dans { $n } dossiers, à la suite et sans retour en arrière.
}
exam-note-fewer = { $n ->
    [one] Vos paquets n'ont qu'une question qui convient, au lieu de { $wanted }.
   *[other] Vos paquets n'ont que { $n } questions qui conviennent, au lieu de { $wanted }.
}
exam-note-short-unit = { $n ->
    [one] Une unité de l'EDN a 90 à 110 questions ; vos paquets n'en ont qu'une. La voici.
   *[other] Une unité de l'EDN a 90 à 110 questions ; vos paquets n'en ont que { $n }. Les voici, dans le temps qui leur revient.
}
exam-note-no-case = Vos paquets n'ont aucun dossier : cette unité n'a que des questions isolées.
exam-note-missing = { $n ->
    [one] Une carte du sujet n'est dans aucun de vos paquets et manquera : { $cards }
   *[other] { $n } cartes du sujet ne sont dans aucun de vos paquets et manqueront : { $cards }
}
exam-note-changed = { $n ->
    [one] Le texte d'une carte du sujet n'est plus le même chez vous, elle manquera : { $cards }
   *[other] Le texte de { $n } cartes du sujet n'est plus le même chez vous, elles manqueront : { $cards }
}
exam-note-annulled = { $n ->
    [one] Une question est annulée : son texte a changé, ou elle n'est plus dans vos paquets.
   *[other] { $n } questions sont annulées : leur texte a changé, ou elles ne sont plus dans vos paquets.
}
exam-note-pictures = { $n ->
    [one] Une question est laissée de côté : il faudrait en voir l'image.
   *[other] { $n } questions sont laissées de côté : il faudrait en voir les images.
}
exam-paper-saved = Sujet { $id } enregistré dans { $path }. Pour le passer : carabin exam --paper, suivi de ce fichier.
exam-abandoned = L'épreuve en cours est abandonnée.
exam-resumed = L'épreuve reprend où vous l'aviez laissée ; son chrono aussi.
exam-time-up = Le temps est écoulé : la copie est rendue.
exam-end = C'était la dernière question. Rien n'est rendu avant que vous le disiez.
exam-begin = C'est la première question où l'on peut aller.
exam-refused = On ne revient pas en arrière dans un dossier, et on ne saute pas plus loin.
exam-closes-blank = Cette question du dossier se fermera sans réponse. Encore une fois pour continuer quand même.
exam-flagged = Question marquée.
exam-unflagged = Marque enlevée.
exam-left = Il reste { $time }.
exam-left-for-later = L'épreuve est gardée, son chrono est arrêté : elle reprendra où vous l'avez laissée.
exam-handed-in = Copie rendue.
exam-bounds = { $low } à { $high }
exam-group = { $n ->
    [one] { $name } : { $mark }, 1 question
   *[other] { $name } : { $mark }, { $n } questions
}
exam-item = Item { $item }
exam-no-item = Sans item
exam-section-mark = Note
exam-section-ranks = Par rang
exam-section-items = Par item
exam-section-objectives = Par objectif
exam-section-kinds = Par format
exam-section-slowest = Les plus longues
exam-section-questions = Questions
exam-mark = { $blanks ->
    [0] { $mark } sur { $n ->
        [one] 1 question.
       *[other] { $n } questions.
    }
    [one] { $mark } sur { $n ->
        [one] 1 question, laissée sans réponse.
       *[other] { $n } questions, dont 1 sans réponse.
    }
   *[other] { $mark } sur { $n } questions, dont { $blanks } sans réponse.
}
exam-rank-a-reached = { $n ->
    [one] Rang A : { $mark } sur 1 question « double A ». Le minimum de { $minimum } est atteint.
   *[other] Rang A : { $mark } sur { $n } questions « double A ». Le minimum de { $minimum } est atteint.
}
exam-rank-a-missed = { $n ->
    [one] Rang A : { $mark } sur 1 question « double A ». Le minimum de { $minimum } n'est pas atteint.
   *[other] Rang A : { $mark } sur { $n } questions « double A ». Le minimum de { $minimum } n'est pas atteint.
}
exam-rank-a-open = { $n ->
    [one] Rang A : { $mark } sur 1 question « double A ». Le minimum de { $minimum } dépend des réponses à juger.
   *[other] Rang A : { $mark } sur { $n } questions « double A ». Le minimum de { $minimum } dépend des réponses à juger.
}
exam-rank-a-none = Rang A : aucune question « double A » dans cette épreuve.
exam-undecided = { $n ->
    [one] Une réponse presque juste est à juger : d'où deux notes.
   *[other] { $n } réponses presque justes sont à juger : d'où deux notes.
}
exam-time = { $time } sur { $limit }.
exam-estimation = Estimation : la règle du « double A » et le barème des QROC et des zones ne sont connus que de seconde main.
exam-slow = Question { $number } : { $time }
exam-question-annulled = annulée
exam-question-blank = sans réponse
exam-no-correction = Cette question n'est plus la même dans vos paquets : sa correction ne peut plus être montrée.
exam-list-empty = Aucune épreuve rendue pour l'instant. Pour commencer : carabin exam
exam-list-under-way = Une épreuve est en cours : carabin exam la reprend.
exam-error-under-way = une épreuve est en cours. carabin exam la reprend, carabin exam abandon l'abandonne.
exam-error-none = aucune épreuve n'est en cours.
exam-error-nothing = aucune question d'épreuve ne répond à ces filtres : une épreuve ne pose ni question simple, ni texte à trous, ni cache, ni liste.
exam-error-nothing-of-paper = aucune carte de ce sujet n'est dans vos paquets telle quelle : demandez aussi les paquets à qui vous l'a donné.
exam-error-unkept = Votre copie ne peut pas être gardée ({ $detail }). Elle reste ouverte : faites de la place, ou rendez le dossier { $folder } modifiable, puis validez de nouveau.
exam-error-file = { $path } : { $detail }
exam-error-damaged = l'épreuve en cours ne peut pas être relue ({ $path }). carabin exam abandon l'abandonne.
exam-error-paper = { $path } n'est pas un sujet lisible : { $reason }
exam-error-no-sitting = il n'y a pas d'épreuve { $number }. La liste : carabin exam list
exam-error-not-a-result = { $path } n'est pas un résultat : il en faut un écrit par carabin exam show --json.
exam-error-other-paper = ces deux épreuves n'ont pas le même sujet.
exam-error-decided = cette réponse n'est plus à juger.
exam-paper-not-one = la première ligne devrait être « carabin-paper: 1 ».
exam-paper-newer = il vient d'une version plus récente de Carabin.
exam-paper-cards = il n'a aucune carte, ou beaucoup trop.
exam-paper-line = ligne { $line }, « { $text } ».

# Ligne par ligne
plain-exam-prompt-begin = Entrée pour commencer, le chrono part alors ; « quitter » pour y renoncer.
plain-exam-question = Question { $number } sur { $total }. Il reste { $time }.
plain-exam-answered = Votre réponse jusqu'ici : { $text }
plain-exam-kept = Réponse gardée.
plain-exam-cleared = Réponse effacée.
plain-exam-go = Un numéro de 1 à { $last }, par exemple « aller 3 ».
plain-exam-blanks = { $n ->
    [one] 1 question est sans réponse. « rendre » encore une fois pour rendre quand même.
   *[other] { $n } questions sont sans réponse. « rendre » encore une fois pour rendre quand même.
}
plain-exam-overview = { $answered ->
    [one] { $answered } réponse sur { $total }. Il reste { $time }.
   *[other] { $answered } réponses sur { $total }. Il reste { $time }.
}
plain-exam-blank = Sans réponse : { $numbers }
plain-exam-flagged = Marquées : { $numbers }
plain-exam-closed = Fermées : { $numbers }
plain-exam-decide = Question { $number }, à juger :
plain-exam-correction = Question { $number } sur { $total }
plain-exam-prompt-correction = Entrée pour la correction de la question { $number }, un numéro pour une autre, ou « quitter ».
plain-exam-word-help = les mots que l'on peut écrire
plain-exam-word-repeat = la question encore une fois
plain-exam-word-next = la question suivante (une ligne vide aussi)
plain-exam-word-previous = la question précédente
plain-exam-word-go = une question par son numéro
plain-exam-word-flag = marquer la question, ou ne plus la marquer
plain-exam-word-blank = effacer la réponse
plain-exam-word-overview = ce qui est fait, marqué, laissé
plain-exam-word-time = le temps qui reste
plain-exam-word-hand-in = rendre la copie
plain-exam-word-quit = arrêter le chrono et reprendre plus tard

# Plein écran
exam-count = Question { $number }/{ $total }
exam-form-title = Composer une épreuve
exam-form-questions = Questions
exam-form-minutes = Minutes
exam-form-rank = Rang
exam-form-item = Item
exam-form-unit = Unité de l'EDN
exam-form-pace = { $minutes } (au rythme de l'EDN)
exam-form-any = tous
exam-form-unit-yes = oui : 90 à 110 questions, 3 heures
exam-form-unit-no = non
exam-form-help = ← et → changent une valeur, les chiffres l'écrivent, Entrée compose le sujet.
exam-brief-enter = Le chrono part quand vous commencez. Vous pouvez quitter à tout moment : il s'arrête, et l'épreuve reprend où vous l'avez laissée.
exam-under-way-title = Une épreuve est en cours
exam-under-way = { $blanks ->
    [0] Toutes ses questions ont une réponse ; il reste { $time }.
    [one] 1 question est sans réponse sur { $total } ; il reste { $time }.
   *[other] { $blanks } questions sont sans réponse sur { $total } ; il reste { $time }.
}
exam-navigator-title = La copie
exam-navigator-legend = ■ répondue, □ sans réponse, ⚑ marquée, × fermée, · pas encore ouverte
exam-navigator-counts = { $answered } sur { $total } · { $flagged ->
    [0] aucune marquée
    [one] 1 marquée
   *[other] { $flagged } marquées
}
exam-hand-in-title = Rendre la copie ?
exam-hand-in-blanks = { $n ->
    [0] Toutes les questions ont une réponse.
    [one] 1 question est sans réponse.
   *[other] { $n } questions sont sans réponse.
}
exam-hand-in-flagged = { $n ->
    [0] Aucune n'est marquée.
    [one] 1 question est marquée.
   *[other] { $n } questions sont marquées.
}
exam-hand-in-end = Une copie rendue ne se reprend pas.
exam-report-title = Épreuve { $number }
exam-to-decide = à juger
exam-tab-report = Bilan
exam-tab-questions = Questions
exam-past-title = Épreuves rendues
exam-past-none = Aucune épreuve rendue pour l'instant.
exam-abandon-confirm = Abandonner cette épreuve et toutes ses réponses ? La même touche encore une fois pour le faire.
exam-past-row = { $mark } · { $n ->
    [one] 1 question
   *[other] { $n } questions
} · { $date }
key-exam = épreuve
key-exam-less = moins
key-exam-more = plus
key-exam-compose = composer
key-exam-past = épreuves rendues
key-exam-begin = commencer
key-exam-resume = reprendre
key-exam-abandon = abandonner l'épreuve
key-exam-go-back = retour
key-exam-next = suivante
key-exam-previous = précédente
key-exam-flag = marquer
key-exam-navigator = la copie
key-exam-hand-in = rendre
key-exam-leave = quitter et reprendre plus tard
key-exam-open = aller à la question
key-exam-left = à gauche
key-exam-right = à droite
key-exam-confirm = rendre
key-exam-show = ouvrir
key-exam-tab = bilan ou questions
keys-exam = Épreuve blanche
keys-exam-typing = Réponse à écrire, dans une épreuve
keys-exam-form = Composer une épreuve
keys-exam-brief = Avant l'épreuve
keys-exam-under-way = Épreuve en cours
keys-exam-navigator = La copie
keys-exam-hand-in = Avant de rendre
keys-exam-report = Bilan d'une épreuve
keys-exam-correction = Correction d'une question
keys-exam-past = Épreuves rendues

# Ligne de commande
cli-value-share = FRACTION
cli-value-seed = GRAINE
cli-value-number = NUMÉRO
cli-value-result = NUMÉRO|FICHIER
cli-misfit-share = une part du temps s'écrit 1/3
cli-misfit-seed = un nombre entier
cli-exam-usage = [OPTIONS] [COMMANDE]
cli-exam-about = Passer une épreuve blanche
cli-exam-long = Des questions de vos paquets, contre la montre, sans correction avant la fin ; puis la note, le rang A, et chaque question corrigée. Une épreuve interrompue reprend où elle en était : son chrono ne compte que le temps passé devant elle. Les réponses comptent comme des révisions, toutes ou aucune (carabin set exam-reviews).
cli-exam-arg-questions = Nombre de questions (par défaut : 20)
cli-exam-arg-minutes = Durée en minutes (par défaut : au rythme de l'EDN, 100 questions en 3 heures)
cli-exam-arg-rank = Ce rang seulement
cli-exam-arg-item = Cet item des EDN seulement, de 1 à 367
cli-exam-arg-objective = Cet objectif de connaissance seulement, par exemple OIC-019-09-A
cli-exam-arg-decks = Ce paquet seulement ; à répéter pour plusieurs paquets
cli-exam-arg-tag = Cette étiquette et celles qu'elle contient
cli-exam-arg-edn = Une unité entière : 90 à 110 questions isolées et dossiers, en 3 heures
cli-exam-arg-extra-time = Tiers-temps ou autre majoration du temps, par exemple 1/3
cli-exam-arg-seed = Le même tirage qu'une autre fois
cli-exam-arg-paper = Passer le sujet de ce fichier
cli-exam-arg-save-paper = Enregistrer le sujet dans un nouveau fichier, sans le passer
cli-exam-arg-save-paper-more = Qui a les mêmes paquets le passe à l'identique : mêmes questions, même ordre, mêmes options dans le même ordre. Le fichier ne contient que les identifiants des cartes.
cli-exam-arg-plain = De simples lignes au lieu du plein écran
cli-exam-example = Vingt questions de tout ce que vous étudiez, ou l'épreuve en cours
cli-exam-example-rank = Soixante questions de rang A
cli-exam-example-edn = Une unité entière avec un tiers-temps
cli-exam-example-save = Un sujet sur l'item 19, à partager
cli-exam-example-paper = Le passer
cli-exam-list-about = Lister les épreuves rendues
cli-exam-list-arg-json = En JSON, pour les scripts
cli-exam-show-about = Afficher une épreuve rendue, question par question
cli-exam-show-arg-number = Son numéro dans la liste (par défaut : la dernière)
cli-exam-show-arg-json = En JSON : aussi le fichier à donner à qui veut comparer
cli-exam-show-example = La dernière épreuve
cli-exam-show-example-json = La troisième, pour un script ou un ami
cli-exam-compare-about = Comparer deux passages du même sujet
cli-exam-compare-arg-first = Un numéro de la liste, ou un fichier écrit par carabin exam show --json
cli-exam-compare-arg-second = L'autre
cli-exam-compare-arg-json = En JSON, pour les scripts
cli-exam-compare-example = Vos deux passages
cli-exam-compare-example-friend = Le vôtre et celui de Léa
cli-exam-abandon-about = Abandonner l'épreuve en cours
cli-exam-column-number = n°
cli-exam-column-questions = questions
cli-exam-column-mark = note
cli-exam-column-rank-a = rang A
cli-exam-column-time = temps
cli-exam-column-date = { "" }
exam-error-no-review = Cette réponse n'est pas gardée comme révision : le réglage exam-reviews (carabin set) le demande ainsi, ou elle est encore à décider.
