## Le carnet d'erreurs et les séries.

# Pourquoi une réponse était fausse
reason-never = jamais apprise
reason-forgotten = oubliée
reason-confused = confondue
reason-confused-with = confondue avec : { $what }
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
   *[other] Questions notées : { $points } points sur { $n }, soit { $mean } sur 20.
}
summary-missed = { $n ->
    [one] « m » pour reprendre la carte manquée.
   *[other] « m » pour reprendre les { $n } cartes manquées.
}
