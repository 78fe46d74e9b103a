## The screens, the plain mode and the command line.

app-name = Carabin

delay-less-than-a-minute = <1 min
delay-minutes = { $n } min
delay-hours = { $n } h
delay-days = { $n } j
delay-months = { $n } mois
delay-years = { $plural ->
    [one] { $n } an
   *[other] { $n } ans
}
delay-full-less-than-a-minute = moins d'une minute
delay-full-minutes = { $plural ->
    [one] { $n } minute
   *[other] { $n } minutes
}
delay-full-hours = { $plural ->
    [one] { $n } heure
   *[other] { $n } heures
}
delay-full-days = { $plural ->
    [one] { $n } jour
   *[other] { $n } jours
}
delay-full-months = { $plural ->
   *[other] { $n } mois
}
delay-full-years = { $plural ->
    [one] { $n } an
   *[other] { $n } ans
}
spent-seconds = { $n } s
spent-minutes = { $n } min
spent-hours = { $hours } h { $minutes }

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avr.
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
day-of-week = { $weekday } { $date }
moment = { $date } à { $time }

# Errors
error-broken = Carabin s'est arrêté à cause d'une erreur interne. Vos réponses sont enregistrées. Le détail est dans { $log }
error-no-home = Aucun dossier personnel n'est connu. Indiquez-en un avec CARABIN_HOME.
error-folder = Le dossier { $path } n'a pas pu être créé : { $detail }. Indiquez un autre dossier avec CARABIN_HOME.
error-no-deck = Il n'y a pas de paquet « { $deck } ». La liste : carabin deck list
error-no-deck-at = Aucun paquet lisible ici : { $path }
error-no-card = Il n'y a pas de carte « { $card } ». Une carte s'écrit PAQUET/ID.
error-no-history = Il n'y a pas encore d'historique ici : rien n'a été révisé.
error-not-bundled = { $deck } n'est pas livré avec Carabin : il n'y a rien à quoi revenir.
error-no-backup = Il n'y a ni sauvegarde ni fichier « { $name } ». La liste : carabin journal list
error-not-a-backup = { $path } n'est pas une sauvegarde entière. { $reason }
error-backup = La sauvegarde n'a pas pu être faite. { $reason }
error-file = { $path } ne peut pas être lu ou écrit : { $detail }
error-too-large = { $path } est trop grand.
error-amend = { $path } ne peut pas être modifié sans risque : changez ce fichier dans un éditeur (carabin deck check dit ce qui ne va pas).
error-lisa-template = { $path } n'est pas une fiche LiSA : le modèle « Objectif de connaissance » n'y est pas.
error-lisa-objective = { $path } ne dit pas quel est son objectif, tel que OIC-019-09-A.
error-no-editor = Aucun éditeur n'a été trouvé. Choisissez-en un par la variable EDITOR, ou par « editor » dans config.toml.
error-editor = L'éditeur « { $editor } » a échoué : { $detail }
error-setting-unknown = Il n'y a pas de réglage « { $name } ». La liste : carabin set
error-setting-value = « { $value } » ne convient pas ici. { $takes }
error-setting-empty = Rien n'est écrit. { $takes }
error-exam-over = Le { $date } est déjà passé : donnez le jour d'un examen à venir.
config-unreadable = config.toml n'a pas pu être lu : { $reason }
config-syntax = config.toml n'est pas du TOML : { $reason }
config-unknown-key = config.toml : « { $key } » n'est pas un réglage.
config-unknown-key-nearest = config.toml : « { $key } » n'est pas un réglage. Peut-être « { $nearest } » ?
config-value = config.toml : la valeur de « { $key } » ne convient pas. Attendu : { $expected }
keys-unknown = config.toml : aucune touche ne s'appelle « { $name } ».
keys-unknown-nearest = config.toml : aucune touche ne s'appelle « { $name } ». Peut-être « { $nearest } » ?
keys-no-key = config.toml : « { $key } » n'est pas une touche.

# What just happened
card-recognised = Carte reconnue malgré son nouveau texte : { $card } garde son historique.
card-suspended = Carte suspendue.
card-buried = Carte reportée à demain.
card-flagged = { $flag ->
    [0] Drapeau enlevé.
   *[other] Drapeau { $flag }.
}
card-edited = Paquet relu.
card-untouched = Rien n'a changé dans le paquet : il reste celui de Carabin.
card-gone = Cette carte n'est plus dans le paquet, ou a des erreurs.
cards-unreadable = Mises de côté, car elles ne peuvent pas être lues : { $n }.
answer-not-kept = La carte a été revue ailleurs entre-temps : son échéance ne change plus.
note-saved = Note enregistrée.
undone = Annulé.
undone-what = Annulé : { $what }.
done-answer = réponse à « { $card } »
done-suspended = suspension de « { $card } »
done-resumed = reprise de « { $card } »
done-resumed-all = reprise de { $n } cartes
done-buried = report de « { $card } »
done-flagged = drapeau de « { $card } »
done-note = note sur « { $card } »
done-reason = raison donnée pour « { $card } »
done-other = action sur « { $card } »
undo-nothing = Il n'y a rien à annuler.
undo-old = Dernière action : { $what }, le { $moment }. Encore une fois pour l'annuler.
states-stale = Les règles ont changé : toutes les échéances sont recalculées, ce qui peut prendre quelques secondes.
new-day = Nouvelle journée de révision, le { $date }.
new-day-queue = Nouvelle journée de révision, le { $date } : la file et les intervalles ont été refaits.
states-anew = Toutes les échéances ont été recalculées avec les règles actuelles.

# What happened to a card
event-review = { $rating }, revient dans { $interval }
event-practice = { $rating }, pour s'entraîner
event-answered = réponse : « { $text } »
event-suspend = suspendue
event-suspend-leech = suspendue, parce que trop souvent oubliée
event-resume = de nouveau demandée
event-bury = reportée au { $date }
event-flag = { $flag ->
    [0] drapeau enlevé
   *[other] drapeau { $flag }
}
event-reset = remise à zéro
event-reschedule = déplacée au { $date }
event-known = reprise d'un autre logiciel, dans son état du { $date }
event-note = votre note : « { $text } »
event-note-removed = votre note enlevée
event-mistake = raison de l'erreur : { $reason }
event-external-miss = manquée ailleurs
event-unknown = événement d'une version plus récente ({ $kind })
event-void = annulé

# Problems of decks
problems-title = Ce qui ne va pas dans les paquets
problems-mended = C'est corrigé : tout va bien dans les paquets.
problems-no-file = Il n'y a pas de fichier à ouvrir.
problems-none = Tout va bien.

# The day
home-today = { $due ->
    [0] { $new ->
        [one] Aujourd'hui : une nouvelle carte.
       *[other] Aujourd'hui : { $new } nouvelles cartes.
    }
   *[other] { $new ->
        [0] Aujourd'hui : { $due } à revoir.
        [one] Aujourd'hui : { $due } à revoir et une nouvelle.
       *[other] Aujourd'hui : { $due } à revoir et { $new } nouvelles.
    }
}
home-today-ahead = { $n ->
    [one] Aujourd'hui : une carte en avance, pour l'examen.
   *[other] Aujourd'hui : { $n } cartes en avance, pour l'examen.
}
home-done = Tout est fait pour aujourd'hui.
home-streak = { $days ->
    [one] 1 jour de suite
   *[other] { $days } jours de suite
}
home-answered = { $n ->
    [one] 1 réponse aujourd'hui ({ $time })
   *[other] { $n } réponses aujourd'hui ({ $time })
}
home-nothing-yet = Pas encore de réponse aujourd'hui.
home-level = { $days ->
    [0] Il y a du retard, et la limite du jour suffit à le rattraper.
    [one] Il y a du retard : tout sera à jour demain, sans dépasser la limite du jour.
   *[other] Il y a du retard : tout sera à jour dans { $days } jours, sans dépasser la limite du jour.
}
home-level-never = Il y a du retard, et la limite du jour ne suffit pas à le rattraper en un an.
home-exam = { $days ->
    [one] Examen demain
   *[other] Examen dans { $days } jours
}
home-exam-today = L'examen est aujourd'hui : bon courage !
home-exam-all-seen = { $exam } : toutes les cartes ont été vues.
home-exam-enough = { $exam } : { $new ->
    [one] une nouvelle par jour suffit
   *[other] { $new } nouvelles par jour suffisent
}, votre limite est { $limit }.
home-exam-beyond = { $exam } : { $new ->
    [one] une nouvelle carte
   *[other] { $new } nouvelles cartes
} par jour{ $seen ->
    [0] { "" }
    [one] { " " }({ $seen } vue aujourd'hui)
   *[other] { " " }({ $seen } vues aujourd'hui)
} jusqu'au { $until }, au-delà de votre limite de { $limit }, puis des révisions.
home-exam-capped = { $exam } : il faudrait { $new ->
    [one] une nouvelle carte
   *[other] { $new } nouvelles cartes
} par jour jusqu'au { $until }, mais le plafond de la journée n'en laisse passer que { $limit }.
home-exam-short = { $exam } : +{ $new } par jour.
home-not-playable = { $n ->
    [one] 1 carte ne se joue que sur son image : elle ne peut pas être jouée ligne par ligne.
   *[other] { $n } cartes ne se jouent que sur leur image : elles ne peuvent pas être jouées ligne par ligne.
}
home-row-all = Tout
home-row-rank = Rang { $rank }
home-row-no-rank = Sans rang
home-row-no-objective = Sans objectif
home-row-due = { $n } à revoir
next-card = { $days ->
    [0] Prochaine carte plus tard aujourd'hui.
    [one] Prochaine carte demain.
   *[other] Prochaine carte dans { $days } jours.
}
next-card-none = Aucune carte n'est prévue.

# A card
rank-name = Rang { $rank }
kind-q = Question
kind-cloze = Texte à trous
kind-qru = QRU · une seule réponse
kind-qrm = QRM · plusieurs réponses
kind-qrp = QRP
kind-qroc = QROC · cinq mots au plus
kind-list = Liste
kind-tcs = TCS
kind-zone = Zone à pointer
kind-mask = Image à cache
kind-case = Dossier progressif
kind-kfp = KFP
kind-article = Article
scale-minus-2 = beaucoup moins probable
scale-minus-1 = moins probable
scale-0 = ni plus ni moins probable
scale-plus-1 = plus probable
scale-plus-2 = beaucoup plus probable
scale-hypothesis = Si vous pensiez à :
scale-finding = Et que vous trouvez :
scale-becomes = Cette hypothèse devient :
scale-panel = Les réponses du panel d'experts :
scale-legend-own = votre réponse
scale-legend-modal = le choix le plus fréquent du panel
scale-demonstration = TCS de démonstration : le panel est inventé, la note ne compte pas.
kind-short-case = Dossier
kind-short-kfp = KFP
kind-short-tcs = TCS
kind-short-article = Article
within-number = { $kind }, question { $number } sur { $of }
news-label = Du nouveau
article-label = Article :
locked-no-way-back = On ne revient pas en arrière dans un dossier, un KFP ou un TCS : la suite en dit trop.
within-not-here = Une question d'un dossier n'a pas d'échéance : rien à suspendre ni à reporter.
picture-missing = le fichier n'est pas là
picture-outside = le fichier est hors du dossier du paquet
picture-huge = l'image est trop grande
picture-unsupported = ce type d'image n'est pas connu
picture-broken = le fichier est abîmé
picture-not-shown = Image non affichée : { $reason }.
place-top-left = en haut à gauche
place-top-centre = en haut
place-top-right = en haut à droite
place-middle-left = à gauche
place-middle-centre = au centre
place-middle-right = à droite
place-bottom-left = en bas à gauche
place-bottom-centre = en bas
place-bottom-right = en bas à droite
mask-where = Caché :
mask-unnamed = Seule l'image dit ce qui était caché.
image-credit = Crédit :
spots-wrong = { $n ->
    [one] un point hors des zones
   *[other] { $n } points hors des zones
}
asked-zone-picture = { $n ->
    [one] Zone · 1 endroit à pointer
   *[other] Zone · { $n } endroits à pointer
}
spots-full = { $n ->
    [one] Un seul endroit est attendu.
   *[other] { $n } endroits sont attendus, pas davantage : retirez un point.
}
spots-left = { $n ->
    [one] Encore un endroit à pointer ; Entrée de nouveau pour valider.
   *[other] Encore { $n } endroits à pointer ; Entrée de nouveau pour valider.
}
places-full = { $n } passages sont attendus, pas davantage : retirez-en un.
places-too-many = { $n ->
    [one] Un seul passage est attendu.
   *[other] { $n } passages sont attendus, pas davantage.
}
places-left = { $n ->
    [one] Encore un passage à pointer ; Entrée de nouveau pour valider.
   *[other] Encore { $n } passages à pointer ; Entrée de nouveau pour valider.
}
asked-zone = { $n ->
    [one] Zone · 1 passage à pointer
   *[other] Zone · { $n } passages à pointer
}
asked-list = { $n ->
    [one] Liste · 1 élément
   *[other] Liste · { $n } éléments
}
asked-list-ordered = { $n ->
    [one] Liste · 1 élément
   *[other] Liste · { $n } éléments dans l'ordre
}
piece-almost = presque : à juger à la fin
piece-misplaced = pas à sa place
piece-repeated = déjà cité
piece-extra = pas dans la liste
item-missing = à citer
asked-qrp = { $n ->
    [one] QRP · 1 réponse à cocher
   *[other] QRP · { $n } réponses à cocher
}
ticks-full = { $n } réponses sont attendues, pas davantage : décochez-en une.
ticks-none = Rien n'est coché : Entrée de nouveau pour rendre la question ainsi.
ticks-too-many = { $n ->
    [one] Une seule réponse est attendue.
   *[other] { $n } réponses sont attendues, pas davantage.
}
ticks-left = { $n ->
    [one] Encore une réponse à cocher ; Entrée de nouveau pour valider.
   *[other] Encore { $n } réponses à cocher ; Entrée de nouveau pour valider.
}
card-new = nouvelle
card-lapses = { $n ->
    [one] oubliée une fois
   *[other] oubliée { $n } fois
}
rating-again = À revoir
rating-hard = Difficile
rating-good = Correct
rating-easy = Facile
hint-label = Indice :
hint-none = Cette carte n'a pas d'indice.
image-label = Image :
answer-label = Votre réponse :
answer-empty = (rien)
answer-expected = Attendu :
answer-also = Aussi juste :
answer-half = À moitié juste :
answer-taken-back = Réponse reprise : rien n'était encore enregistré.
option-missed = à cocher
option-required = indispensable
option-required-missed = indispensable, à cocher
option-unacceptable = inacceptable
option-unacceptable-ticked = inacceptable
score = { $score } { $plural ->
    [one] point
   *[other] points
} sur 1
score-zeroed = mis à 0
score-discordances = { $n ->
    [one] 1 discordance
   *[other] { $n } discordances
}
almost-title = Presque…
almost-question = Que vaut cette réponse ?
true-from = Vrai depuis le { $date }.
true-until = Vrai jusqu'au { $date }.
true-between = Vrai du { $from } au { $to }.
source-label = Source :
own-note-label = Ma note
editor-vi = vi va s'ouvrir, puisqu'aucun autre éditeur n'est choisi. Pour en sortir sans rien changer : Échap, puis :q! et Entrée. Pour écrire : i ; pour enregistrer et sortir : Échap, puis :wq et Entrée. Pour en choisir un autre : editor = "nano" dans config.toml.
editor-go-on = Entrée pour ouvrir.

# Waiting and summary
stuck-title = La suite ne peut pas être lue
waiting-title = Encore un peu de patience
waiting-text = Il ne reste que des cartes en cours d'apprentissage. La prochaine revient à { $time }.
summary-title = Séance terminée
summary-nothing = Aucune réponse cette fois.
summary-nothing-due = Rien n'est à réviser ici pour le moment.
summary-new-waiting = { $n ->
    [one] 1 nouvelle carte attend : celles du jour sont faites.
   *[other] { $n } nouvelles cartes attendent : celles du jour sont faites.
}
summary-answers = { $new ->
    [0] { $n ->
        [one] 1 réponse en { $time }.
       *[other] { $n } réponses en { $time }.
    }
    [one] { $n ->
        [one] 1 réponse en { $time }, dont une nouvelle carte.
       *[other] { $n } réponses en { $time }, dont une nouvelle carte.
    }
   *[other] { $n } réponses en { $time }, dont { $new } nouvelles cartes.
}
summary-recalled = { $share } de réponses sues.
summary-objectives = Par objectif
summary-no-objective = Sans objectif
summary-leeches = { $n ->
    [one] Une carte a été oubliée si souvent qu'elle est suspendue : mieux vaut la reformuler.
   *[other] { $n } cartes ont été oubliées si souvent qu'elles sont suspendues : mieux vaut les reformuler.
}
summary-waiting = { $n ->
    [one] 1 révision attend un autre jour.
   *[other] { $n } révisions attendent un autre jour.
}
summary-left = { $n ->
    [one] Il reste 1 carte pour aujourd'hui.
   *[other] Il reste { $n } cartes pour aujourd'hui.
}

# Vérification des paquets
check-named = { $place } : id écrit, { $id }
check-mended = { $place } : corrigé ({ $code })
check-refused-broken = { $path } n'a pas été modifié : à la ligne { $line }, ce n'est pas du YAML. Corrigez-la à la main, puis recommencez.
check-refused-differs = { $path } n'a pas été modifié : le texte corrigé n'aurait pas donné les mêmes cartes. C'est un défaut de Carabin, merci de le signaler.

clock-ahead = L'horloge indique le { $now }, et votre dernière réponse est du { $last }.
clock-back = L'horloge indique le { $now }, mais votre dernière réponse porte une date à venir : le { $last }.
clock-behind = Vos dernières réponses ({ $last }) portent une date bien plus ancienne que les précédentes : l'horloge retardait.
clock-corrected = { $count ->
        [one] Une réponse ou modification a été remise à sa place.
       *[other] { $count } réponses ou modifications ont été remises à leur place.
    } Pour revenir en arrière : carabin clock --undo
clock-leap = L'horloge de l'ordinateur est passée du { $last } au { $now }. Rien n'est enregistré à une fausse date : dites d'abord laquelle est juste.
clock-leap-right = La nouvelle date est juste : le { $now }
clock-leap-wrong = L'horloge se trompe : continuer depuis le { $last }
clock-trusted = Date retenue : le { $now }.
clock-distrusted = La séance continue à la date d'avant : le { $now }. Pensez à remettre l'ordinateur à l'heure.
