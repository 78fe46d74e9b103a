## Messages of: the full-screen interface.

# Names of keys
keyname-space = Espace
keyname-enter = Entrée
keyname-esc = Échap
keyname-tab = Tab
keyname-backspace = Retour
keyname-page-up = PgPréc
keyname-page-down = PgSuiv
keyname-ctrl = Ctrl-

# What keys do
key-reveal = voir la réponse
key-hint = indice
key-validate = valider
key-tick = cocher
key-up = monter
key-down = descendre
key-option-a = option A
key-option-b = option B
key-option-c = option C
key-option-d = option D
key-option-e = option E
key-give-up = je ne sais pas
key-leave = finir la séance
key-score-none = 0 point
key-score-half = 0,5 point
key-score-full = 1 point
key-accept = continuer
key-again = à revoir
key-hard = difficile
key-good = correct
key-easy = facile
key-undo = annuler
key-edit = modifier
key-note = note
key-suspend = suspendre la carte
key-bury = reporter à demain
key-flag = drapeau
key-scroll-up = défiler vers le haut
key-scroll-down = défiler vers le bas
key-page-up = page précédente
key-page-down = page suivante
key-start = commencer
key-next-view = autre vue
key-ahead = réviser en avance
key-problems = problèmes des paquets
key-quit = quitter
key-home = accueil
key-save = enregistrer
key-cancel = abandonner
key-close = fermer
key-help = aide
key-suspend-program = mettre Carabin en pause (fg pour revenir)
key-redraw = redessiner l'écran
key-interrupt = quitter tout de suite

# Common
screen-too-small = La fenêtre est un peu petite pour une carte : agrandissez-la jusqu'à { $width } colonnes et { $height } lignes au moins.
screen-loading = Ouverture des paquets…
help-title = Les touches
note-title = Ma note sur cette carte

# Home
welcome-1 = Bienvenue. Carabin interroge, corrige comme à l'EDN, et choisit le jour où chaque carte revient.
welcome-2 = Un paquet sur les missions de l'Assurance Maladie (OIC-019-09-A) est prêt : Entrée pour commencer.
welcome-3 = Chaque réponse est enregistrée aussitôt ; on quitte quand on veut avec q. L'aide est sur ?
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
home-pause = Pause jusqu'au { $date } : rien n'est demandé d'ici là. « a » pour réviser quand même.
home-level = { $days ->
    [0] Il y a du retard, et la limite du jour suffit à le rattraper.
    [one] Il y a du retard : tout sera à jour demain, sans dépasser la limite du jour.
   *[other] Il y a du retard : tout sera à jour dans { $days } jours, sans dépasser la limite du jour.
}
home-level-never = Il y a du retard, et la limite du jour ne suffit pas à le rattraper en un an.
home-exam = { $days ->
    [0] C'est aujourd'hui : bon courage !
    [one] Examen demain.
   *[other] Examen dans { $days } jours : { $new } nouvelles cartes par jour pour tout voir à temps.
}
home-problems = { $n ->
    [one] Un paquet a des erreurs : « p » pour les voir.
   *[other] { $n } paquets ont des erreurs : « p » pour les voir.
}
home-not-playable = { $n ->
    [one] 1 carte d'un format qui n'est pas encore joué (QRP, liste, zone, dossier…) est laissée de côté.
   *[other] { $n } cartes de formats qui ne sont pas encore joués (QRP, liste, zone, dossier…) sont laissées de côté.
}
home-view-decks = Paquets
home-view-objectives = Objectifs
home-view-ranks = Rangs
home-row-all = Tout
home-row-rank = Rang { $rank }
home-row-no-rank = Sans rang
home-row-no-objective = Sans objectif
home-row-due = { $n } à revoir
home-row-due-short = { $n }↻
home-row-new = { $n ->
    [one] { $n } nouvelle
   *[other] { $n } nouvelles
}
home-row-new-short = +{ $n }
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
kind-case = Dossier progressif
kind-kfp = KFP
kind-article = Article
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
option-missed = à cocher
option-required = indispensable
option-required-missed = indispensable, à cocher
option-unacceptable = inacceptable
option-unacceptable-ticked = inacceptable
score = { $score } point sur 1
score-zeroed = mis à 0
score-discordances = { $n ->
    [one] 1 discordance
   *[other] { $n } discordances
}
almost-title = Presque…
almost-question = Que vaut cette réponse ?
difference-typed = Vous :
difference-expected = Attendu :
remark-accents = Seuls les accents diffèrent.
remark-spelling = L'orthographe diffère un peu.
remark-unit-missing = Le nombre est juste ; l'unité manque.
remark-acronym = Sigle et forme développée sont tous deux acceptés.
remark-ambiguous-acronym = Ce sigle a plusieurs sens.
remark-less-precise = Juste, mais moins précis qu'attendu.
remark-word-order = Les mots sont justes, dans un autre ordre.
remark-missing-words = Il manque des mots.
remark-extra-words = Il y a des mots en trop.
remark-confusable = Attention : « { $typed } » n'est pas « { $expected } ».
remark-negation = L'un affirme, l'autre nie.
remark-number = Ce n'est pas le même nombre.
remark-unit = Le nombre est juste, mais pas l'unité.
remark-expansion-wanted = Le sigle seul ne suffit pas : c'est sa forme développée qui est demandée.
remark-acronym-wanted = C'est le sigle qui est demandé.
remark-hedged = Plusieurs réponses ont été données, et toutes ne sont pas justes.
true-from = Vrai depuis le { $date }.
true-until = Vrai jusqu'au { $date }.
true-between = Vrai du { $from } au { $to }.
source-label = Source :
own-note-label = Ma note

# Waiting and summary
waiting-title = Encore un peu de patience
waiting-text = Il ne reste que des cartes en cours d'apprentissage. La prochaine revient à { $time }.
summary-title = Séance terminée
summary-nothing = Aucune réponse cette fois.
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
summary-ahead = « a » pour réviser en avance.
