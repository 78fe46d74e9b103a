## La liste des cartes, une par une.

cards-title = Cartes
cards-one = Carte
cards-pile-all = Toutes
cards-today = aujourd'hui
cards-pile-suspended = Suspendues
cards-pile-flagged = Drapeaux
cards-pile-buried = Reportées
cards-pile-leeches = Tenaces
cards-pile-noted = Notes
cards-search = Chercher :
cards-found = « { $text } »
cards-none = Aucune carte ne contient tous ces mots.
cards-none-suspended = Aucune carte suspendue. En séance, s met une carte de côté : elle n'est plus posée jusqu'à ce que vous la repreniez ici.
cards-none-flagged = Aucun drapeau. En séance, f en pose un sur la carte à retrouver plus tard.
cards-none-buried = Aucune carte reportée. En séance, b reporte une carte à demain.
cards-none-leeches = Aucune carte tenace : aucune n'a été trop souvent oubliée.
cards-none-noted = Aucune note. En séance, n en écrit une sur la carte.
cards-resumed-one = Reprise : elle sera de nouveau posée.
cards-resumed = { $n ->
    [0] Aucune de ces cartes n'est suspendue ou reportée.
    [one] { $n } carte reprise : elle sera de nouveau posée.
   *[other] { $n } cartes reprises : elles seront de nouveau posées.
}
cards-not-away = Elle n'est ni suspendue ni reportée.
card-suspended-by-deck = suspendue par son paquet (peu rentable)
card-suspended-by-student = suspendue par vous
card-suspended-leech = suspendue, trop souvent oubliée
card-noted = note
home-suspended = { $n ->
    [one] { $n } carte peu rentable est suspendue par son paquet : l, puis Tab
   *[other] { $n } cartes peu rentables sont suspendues par leurs paquets : l, puis Tab
}
keys-cards = Liste des cartes
key-cards = cartes
key-card-show = voir
key-card-suspend = suspendre
key-card-resume = reprendre
key-card-resume-all = tout reprendre
key-next-pile = pile
key-previous-pile = pile d'avant

cli-card-list-about = Lister des cartes : suspendues, marquées, reportées, tenaces, annotées, ou par leurs mots
cli-card-list-long = Chaque carte sur deux lignes : son nom et où elle en est, puis ce qu'elle demande. En plein écran : la touche l de l'accueil.
cli-card-list-arg-decks = Ce paquet seulement ; à répéter pour plusieurs paquets
cli-card-list-arg-item = Cet item des EDN seulement, de 1 à 367
cli-card-list-arg-objective = Cet objectif de connaissance seulement, par exemple OIC-019-09-A
cli-card-list-arg-rank = Ce rang seulement
cli-card-list-arg-tag = Cette étiquette et celles qu'elle contient
cli-card-list-arg-suspended = Les cartes suspendues, par vous ou par leur paquet
cli-card-list-arg-flagged = Les cartes qui ont un drapeau
cli-card-list-arg-buried = Les cartes reportées
cli-card-list-arg-leeches = Les cartes tenaces : trop souvent oubliées
cli-card-list-arg-noted = Les cartes qui ont une note à vous
cli-card-list-arg-search = Les cartes qui contiennent tous ces mots (un début de mot suffit)
cli-card-list-arg-json = En JSON, pour les scripts
cli-card-list-example = Ce qui est suspendu, et par qui
cli-card-list-example-search = Les cartes de rang A qui parlent de l'ONDAM
cli-card-list-example-json = Les drapeaux, pour un script
cli-card-list-by-decks = { $n ->
    [one] { $n } carte est suspendue par l'auteur de son paquet, qui la juge peu rentable. Pour la poser : carabin card resume PAQUET/ID
   *[other] { $n } cartes sont suspendues par les auteurs de leurs paquets, qui les jugent peu rentables. Pour les poser : carabin card resume PAQUET/ID…
}
cli-stats-suspended = { $n ->
    [one] Parmi les suspendues, { $n } l'est par l'auteur de son paquet, qui la juge peu rentable : carabin card list --suspended
   *[other] Parmi les suspendues, { $n } le sont par les auteurs de leurs paquets, qui les jugent peu rentables : carabin card list --suspended
}
