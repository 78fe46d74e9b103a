## Le carnet d'erreurs et les séries.

# Pourquoi une réponse était fausse
reason-never = jamais apprise
reason-forgotten = oubliée
reason-confused = confondue
reason-confused-with = confondue avec « { $what } »
reason-misread = mal lue
reason-rushed = trop vite

# Ce qui vient de se passer
answer-slip = Gardée pour l'entraînement : l'échéance ne bouge pas, et la carte revient dans cette séance.
card-leech = Carte oubliée trop souvent : elle est suspendue. Mieux vaut la reformuler.

# Séries
series-no-question = Aucune question notée à poser ici.
series-nothing-missed = Rien de manqué : il n'y a rien à reprendre.
series-no-container = Aucun dossier, KFP, TCS ou article ne répond à ces filtres.
series-no-card = Aucune de ces cartes ne peut être posée : elles sont suspendues, ou ne sont plus dans un paquet.

# Bilan
summary-points = { $n ->
    [one] Question notée : { $points } point sur 1.
   *[other] Questions notées : { $points } { $plural ->
        [one] point
       *[other] points
    } sur { $n }, soit { $mean } sur 20.
}
summary-missed = { $n ->
    [one] « m » pour reprendre la carte manquée.
   *[other] « m » pour reprendre les { $n } cartes manquées.
}

# Le carnet
reason-none = sans raison donnée
carnet-title = Mon carnet d'erreurs
carnet-to-write = à compléter
error-carnet = Impossible d'ajouter une carte à { $path } sans changer le reste : corrigez ce fichier (carabin deck check), ou donnez-lui un autre nom.
reason-confused-prompt = confondue avec…
reason-title = Pourquoi cette erreur ?
reason-slips = Mal lue ou trop vite : ce n'est pas un oubli. L'échéance ne bouge pas et la carte revient dans la séance, sauf si vous la notez vous-même.
reason-given = Raison : { $reason }.
reason-given-slip = Raison : { $reason }. Entrée : ne compte pas, la carte revient ; 1 à 4 : compte avec cette note.
reason-not-missed = Rien à expliquer : la réponse est juste.
form-confused-title = Confondue avec quoi ?
form-confused-help = Quelques mots suffisent ; une ligne vide, et seule la raison est gardée.
form-miss-title = Manquée ailleurs
form-miss-help = Sur une ligne : l'item ou l'objectif, la raison, de quoi il s'agit, et où après un @. Par exemple : 232 confondue OAP et pneumopathie @EDN 2024. Seul le sujet est nécessaire.
form-item-title = Quel item ?
form-item-help = De 1 à 367 ; une ligne vide les montre tous.
miss-empty = Écrivez au moins de quoi il s'agit.
miss-logged = Notée dans le carnet.
book-title = Carnet d'erreurs
book-view-list = Liste
book-view-reasons = Raisons
book-today = aujourd'hui
book-week = 7 jours
book-month = 30 jours
book-all = depuis le début
book-item = item { $item }
book-with-done = réglées comprises
book-count = { $n ->
    [one] 1 manquée
   *[other] { $n } manquées
}
book-empty = Rien de manqué ici. Une question ratée ailleurs se note avec « + » ; « p » change la période.
book-elsewhere = manquée ailleurs
book-elsewhere-at = manquée ailleurs ({ $source })
book-done = réglée
book-recalled = sue depuis
book-no-card = Pas de carte à poser ici. « c » en fait une.
book-no-objective = Cette erreur n'a pas d'objectif.
book-no-item = Un item est un nombre de 1 à 367.
book-choose-a-miss = Choisissez d'abord une erreur : Espace ouvre ce groupe.
book-reason-elsewhere = La raison d'une erreur notée ailleurs s'écrit avec elle : « x » la retire, « + » la note de nouveau.
book-explained = Raison gardée.
book-explained-slip = Raison gardée : la réponse ne compte plus comme un oubli.
book-is-done = Réglée : « t » montre aussi les erreurs réglées.
book-is-open = De nouveau ouverte.
book-taken-back = Retirée du carnet.
book-made = Carte créée : { $card }. « e » l'ouvre.
book-made-draft = Brouillon créé : { $card }. « e » pour écrire la réponse.
book-resumed = { $n ->
    [0] Aucune carte suspendue pour { $objective }.
    [one] 1 carte de { $objective } reprise pour demain.
   *[other] { $n } cartes de { $objective } reprises pour demain.
}
keyname-delete = Suppr
key-notebook = carnet
key-log-miss = noter une erreur faite ailleurs
key-why = raison
key-start-all = tout
key-done = réglée
key-make-card = créer une carte
key-open-group = ouvrir le groupe
key-resume-objective = reprendre demain les cartes suspendues de l'objectif
key-take-back-miss = retirer (l'erreur notée ailleurs, ou la raison)
key-period = autre période
key-rank-filter = filtrer par rang
key-item-filter = filtrer par item
key-show-done = montrer aussi les réglées
key-clear-filters = enlever les filtres
key-reason-1 = jamais apprise
key-reason-2 = oubliée
key-reason-3 = confondue avec…
key-reason-4 = mal lue
key-reason-5 = trop vite
key-cancel-form = abandonner
key-submit = valider
keys-notebook = Carnet d'erreurs
keys-draft = Propositions
keys-reason = Raison d'une erreur
keys-form = Ligne à écrire
book-card-exists = C'est déjà la carte { $card } : Entrée la pose, e l'ouvre. c encore en fait une copie à vous, question et réponse seules, dans votre carnet.
book-makes-card = c encore crée une carte, question et réponse, dans votre paquet « Mon carnet d'erreurs ».
undo-made = Dernière action : création de la carte { $card }. Encore une fois pour l'effacer.
undone-made = Annulé : la carte { $card } est effacée.
made-changed-since = Le fichier de { $card } a changé depuis : effacez-la dans l'éditeur.
