## Messages of: the full-screen interface.

# Names of keys
keyname-space = Espace
keyname-enter = Entrée
keyname-esc = Échap
keyname-tab = Tab
keyname-backtab = Maj-Tab
keyname-backspace = Retour
keyname-page-up = PgPréc
keyname-page-down = PgSuiv
keyname-shift = Maj-
keyname-ctrl = Ctrl-

# What keys do
key-reveal = voir la réponse
key-hint = indice
key-validate = valider
key-tick = cocher
key-list-validate = valider
key-list-tick = cocher
key-tick-found = cocher
key-clear-filter = effacer, sinon finir
key-list-up = monter
key-list-down = descendre
key-point = pointer
key-next-place = suivant
key-previous-place = précédent
key-next-sentence = phrase suivante
key-previous-sentence = phrase précédente
key-step-up = monter sur l'échelle
key-step-down = descendre sur l'échelle
key-step-1 = −2
key-step-2 = −1
key-step-3 = 0
key-step-4 = +1
key-step-5 = +2
key-article = texte
key-close-article = questions
key-search = chercher
key-next-hit = suivant
key-previous-hit = précédent
key-find = trouver
key-clear-search = abandonner
key-cursor-right = déplacer
key-cursor-left = à gauche
key-cursor-up = en haut
key-cursor-down = en bas
key-far-right = loin à droite
key-far-left = loin à gauche
key-far-up = loin en haut
key-far-down = loin en bas
key-remove-spot = retirer le dernier point
key-picture = agrandir l'image
key-add-item = ajouter
key-hand-in-list = rendre
key-take-back = reprendre la dernière ligne
key-item-right = juste
key-item-wrong = faux
key-up = monter
key-down = descendre
key-option-a = option A
key-option-b = option B
key-option-c = option C
key-option-d = option D
key-option-e = option E
key-option-f = option F
key-option-g = option G
key-option-h = option H
key-option-i = option I
key-give-up = je ne sais pas
key-continue = continuer
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
key-mend = corriger
key-edit = modifier
key-note = note
key-suspend = suspendre la carte
key-bury = reporter à demain
key-flag = drapeau
key-report = signaler une erreur
key-scroll-up = défiler vers le haut
key-scroll-down = défiler vers le bas
key-page-up = page précédente
key-page-down = page suivante
key-more = la suite
key-start = commencer
key-next-view = autre vue
key-ahead = réviser en avance
key-drafts = cartes proposées
key-cards-search = chercher une carte
key-accept-draft = accepter
key-refuse-draft = refuser
key-later = plus tard
key-containers = dossiers, KFP, TCS, articles
key-problems = problèmes des paquets
key-flash = flash
key-missed = manquées
key-quit = quitter
key-home = accueil
key-save = enregistrer
key-cancel = abandonner
key-close = fermer
key-help = aide
key-clock-right = la nouvelle date est juste
key-clock-wrong = l'horloge se trompe
key-suspend-program = mettre Carabin en pause (fg pour revenir)
key-redraw = redessiner l'écran
key-interrupt = quitter tout de suite

# Common
screen-too-small = La fenêtre est un peu petite pour une carte : agrandissez-la jusqu'à { $width } colonnes et { $height } lignes au moins.
screen-loading = Ouverture des paquets…
help-title = Les touches
note-title = Ma note sur cette carte
clock-title = L'horloge a changé de date

# Home
welcome-1 = Bienvenue. Carabin interroge, corrige comme à l'EDN, et choisit le jour où chaque carte revient.
welcome-2 = Les paquets de l'item 19, sur l'Assurance Maladie (OIC-019-09-A), sont prêts : Entrée pour commencer.
welcome-3 = Chaque réponse est enregistrée aussitôt ; on quitte quand on veut avec Échap. L'aide est sur F1.
home-pause = Pause jusqu'au { $date } : rien n'est demandé d'ici là. « a » pour réviser quand même.
home-exam-key = « , » : réglages.
home-problems = { $n ->
    [one] Un paquet a des erreurs : « p » pour les voir.
   *[other] { $n } paquets ont des erreurs : « p » pour les voir.
}
home-other-problems = { $n ->
    [one] Un fichier de paquet demande votre attention : « p » pour voir pourquoi.
   *[other] { $n } fichiers de paquets demandent votre attention : « p » pour voir pourquoi.
}
home-view-decks = Paquets
home-view-objectives = Objectifs
home-view-ranks = Rangs
home-view-containers = Dossiers
home-exam-under-way = Une épreuve est en cours : « x » la reprend.
home-container-never = jamais fait
home-container-questions = { $n ->
    [one] 1 question
   *[other] { $n } questions
}
home-containers-coming = Lecture des dossiers…
home-no-containers = Aucun dossier progressif, KFP, TCS ni article dans vos paquets.
home-column-due = à revoir
home-column-new = nouvelles
home-column-seen = vues
home-column-recall = mémoire
home-figures = À revoir : ce qui est dû aujourd'hui (↻ sur un petit écran). Nouvelles : jamais posées (+). Vues : posées au moins une fois, sur toutes. Mémoire : la part que vous devriez retrouver maintenant, parmi les cartes vues avant aujourd'hui ; une carte ratée aujourd'hui, ou encore en apprentissage, compte pour zéro.

# A card
difference-typed = Vous :
difference-expected = Attendu :
filter-label = Chercher :
filter-none = Aucune option ne correspond.
place-found = trouvé
place-missed = à pointer
place-wrong = pointé à tort
scale-none = Choisissez d'abord une position : de 1 à 5, ou les flèches.
article-not-found = introuvable
list-label = Élément :
list-empty = Écrivez un élément, ou Tab si vous ne savez pas.
doubt-title = { $n ->
    [one] Presque…
   *[other] Presque… ({ $n } à juger)
}
doubt-question = Cet élément compte-t-il comme juste ?
ticked-count = { $n } sur { $wanted }
avoided-title = Les autres options, à ne pas cocher :

# Summary
summary-more-new = { $n ->
    [one] « n » pour la voir aujourd'hui.
   *[other] « n » pour en voir { $n } de plus aujourd'hui.
}
typed-nothing = Rien n'est écrit ; Tab si vous ne savez pas.
question-aloud = À dire, à voix haute ou dans votre tête, puis Espace.
question-no-field = Rien ne s'écrit ici : répondez à voix haute ou dans votre tête, puis Espace.
ahead-nothing = Rien à réviser en avance ici : rien n'attend dans ce qui a été vu.
more-new-nothing = Aucune nouvelle carte n'attend ici.
session-again = { $n } en cours
key-more-new = nouvelles de plus
summary-ahead = « a » pour réviser en avance.

# The reference of keys
keys-intro = Les touches d'un écran, du dedans vers le dehors : ce qui vaut pour la question, puis pour toute carte, puis partout. D'autres touches se choisissent dans `[keys]` de `config.toml`, par exemple `undo = "backspace"`.
keys-column-key = touche
keys-column-does = ce qu'elle fait
keys-home = Accueil
keys-question = Question
keys-choice = Options à cocher
keys-filtered = Une option cherchée
keys-filter = Beaucoup d'options, à chercher
keys-pointing = Passages à pointer
keys-scale = Échelle d'un TCS
keys-typing = Réponse à écrire
keys-recall = Liste à retrouver
keys-deciding = Réponse presque juste
keys-judging = Élément presque juste
keys-answer = Réponse affichée
keys-corrected = Correction d'une question de dossier
keys-within = Question d'un dossier, une fois la réponse affichée
keys-spotting = Image à pointer
keys-picture = Carte avec une image
keys-article = Question sur un article
keys-reading = Article que l'on lit
keys-search = Recherche dans un article
keys-card = Carte, une fois la réponse affichée
keys-asked = Carte à laquelle on répond
keys-asked-within = Question d'un dossier à laquelle on répond
keys-waiting = Attente
keys-summary = Bilan
keys-clock = Horloge qui a changé de date
keys-note = Note
keys-overlay = Aide et textes
keys-global = Partout
keys-hint = Question qui a un indice
keys-missed = Réponse fausse, ou que vous notez vous-même
writing-unsaved = Ce texte n'est pas enregistré : Ctrl-S l'enregistre, Échap encore une fois l'abandonne.
undo-by-key = { $key } l'annule.
