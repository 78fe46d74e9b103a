## Les statistiques, en plein écran.

statistics-title = Statistiques
statistics-days = Jours
statistics-forecast = Prévision
statistics-memory = Mémoire
statistics-weakest = Fragiles
statistics-no-days = Ici se verront vos réponses de chaque jour, les jours de suite et un calendrier de l'année. Échap, puis Entrée : une première séance.
statistics-no-forecast = Ici se verra ce qui revient chaque jour. Une carte y entre dès sa première réponse.
statistics-no-memory = Ici se verra la part des cartes encore sues quand elles reviennent, à côté de la rétention que vous visez. Il y faut des cartes apprises un autre jour.
statistics-no-weakest = Ici se rangeront vos objectifs et vos paquets, les moins bien sus d'abord : Entrée en commencera la révision.

statistics-none-today = Pas encore de réponse aujourd'hui
statistics-new = { $n ->
    [one] 1 nouvelle carte
   *[other] { $n } nouvelles cartes
}
statistics-month = En 30 jours : { $n ->
    [one] 1 réponse
   *[other] { $n } réponses
} sur { $days ->
    [one] 1 jour
   *[other] { $days } jours
}, { $time }
statistics-answers = Réponses par jour
statistics-calendar = Calendrier
statistics-legend = { $n ->
    [one] · rien   █ une réponse
   *[other] · rien   ░ ▒ ▓ █ de plus en plus, jusqu'à { $n } réponses
}

statistics-due = À revoir : { $today } aujourd'hui, { $week } en 7 jours, { $month } en 30 jours.
statistics-due-note = Sans les nouvelles cartes, ni ce qui sera revu entre-temps.

statistics-retention = Rétention (visée : { $wish })
statistics-retention-note = La part de ce qui était encore su en revenant un autre jour. ┃ : ce que vous visez.
statistics-by-age = Sur 30 jours, selon le temps passé sans voir la carte
statistics-age = { $from } à { $to } jours
statistics-age-from = { $from } jours et plus
statistics-by-rank = Sur 30 jours, selon le rang
statistics-known = En mémoire aujourd'hui

statistics-objectives = Objectifs
statistics-decks = Paquets
statistics-recall = { $share } en mémoire

key-statistics = stats
key-next-tab = autre vue
key-previous-tab = vue précédente
keys-statistics = Statistiques
keys-weakest = Statistiques : ce qui est fragile
