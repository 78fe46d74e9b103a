## Le mode simple, ligne par ligne.

plain-begin = Séance. « aide » dit les mots que l'on peut écrire, « quitter » termine.
plain-welcome = Chaque réponse est une ligne, et elle est gardée aussitôt. « aide » dit les mots que l'on peut écrire, « quitter » termine.
plain-error = Erreur : { $reason }
plain-unkept = la dernière chose à garder n'a pas pu l'être ; tout ce qui a été dit gardé l'est
plain-pause = Pause jusqu'au { $date } : rien n'est demandé d'ici là. « avance » pour réviser quand même.
plain-problems = { $n ->
    [one] Un paquet a des erreurs : « problèmes » pour les entendre.
   *[other] { $n } paquets ont des erreurs : « problèmes » pour les entendre.
}
plain-row = { $number }. { $title } : { $due } à revoir, { $new ->
    [one] { $new } nouvelle
   *[other] { $new } nouvelles
}, { $seen ->
    [one] { $seen } vue
   *[other] { $seen } vues
} sur { $total }
plain-recall = { $share } en mémoire
plain-no-rows = Cette liste est vide.
plain-deck = Paquet : { $title }
plain-card = Carte { $number } sur { $total }
plain-blank = (trou)
plain-blank-hint = (trou : { $hint })
plain-answer = Réponse :
plain-note = Explication :
plain-own-note = Ma note :
plain-why = Pourquoi :
plain-right = Juste
plain-partly = Juste en partie
plain-wrong = Faux
plain-option-found = { $letter }, juste et cochée : { $text }
plain-option-required-found = { $letter }, indispensable et cochée : { $text }
plain-option-missed = { $letter }, juste, il fallait la cocher : { $text }
plain-option-required-missed = { $letter }, indispensable, il fallait la cocher : { $text }
plain-option-wrong = { $letter }, fausse, il ne fallait pas la cocher : { $text }
plain-option-unacceptable-ticked = { $letter }, inacceptable, il ne fallait pas la cocher : { $text }
plain-option-avoided = { $letter }, fausse et non cochée : { $text }
plain-option-unacceptable-avoided = { $letter }, inacceptable et non cochée : { $text }
plain-found = { $n } sur { $wanted }.
plain-found-part = { $n } sur { $wanted }
plain-item-found = Juste : { $text }
plain-item-almost = Presque, à juger à la fin : { $text }
plain-item-misplaced = Pas à sa place : { $text }
plain-item-repeated = Déjà cité : { $text }
plain-item-extra = Pas dans la liste : { $text }
plain-item-missing = Manque : { $text }
plain-place-found = À pointer, et trouvé : { $text }
plain-place-missed = Il fallait pointer : { $text }
plain-place-wrong = Pointé à tort : { $text }
plain-votes = { $n ->
    [0] { $step }, { $meaning } : aucune voix
    [1] { $step }, { $meaning } : une voix
   *[other] { $step }, { $meaning } : { $n } voix
}
plain-kept = Gardé : { $rating }, revient dans { $interval }.
plain-left = { $n ->
    [0] Il ne reste rien.
    [one] Il reste une carte.
   *[other] Il reste { $n } cartes.
}
plain-time = Temps passé : { $all }, et { $here } sur cette carte.
plain-ratings = Notes : { $ratings }.
plain-objective = { $name } : { $recalled } sur { $answers }.
plain-missed = { $n ->
    [one] 1 carte manquée : « manquées » la reprend.
   *[other] { $n } cartes manquées : « manquées » les reprend.
}
plain-edit = Fichier { $path }, ligne { $line }.
plain-note-none = Pas de note sur cette carte.
plain-note-write = Écrivez la note, puis une ligne avec un seul point. Un point tout de suite : rien ne change. Un tiret : plus de note.
plain-reason = { $number }. { $reason }
plain-reason-how = Écrivez « raison » et un numéro ; ce qui suit dit avec quoi elle a été confondue.
plain-book = { $n ->
    [0] Rien de manqué depuis trente jours.
    [one] 1 manquée depuis trente jours.
   *[other] { $n } manquées depuis trente jours.
}
plain-miss = { $day }, { $reason } : { $text }

# Ce qui est attendu
plain-prompt-home = Entrée pour tout réviser, un numéro pour une ligne, « aide » ou « quitter ».
plain-prompt-question = Entrée pour la réponse.
plain-prompt-letter = Une lettre, de A à { $last }.
plain-prompt-letters = Une ou plusieurs lettres, de A à { $last }, ou « aucune ».
plain-prompt-typed = Votre réponse, ou « nsp » si vous ne savez pas.
plain-prompt-places = Un ou plusieurs numéros, de 1 à { $last }, ou « aucun ».
plain-prompt-scale = Un numéro de 1 à 5, ou la position elle-même avec son signe : -2, -1, 0, +1, +2.
plain-prompt-next = Entrée pour la suite.
plain-article-end = Fin du texte ; « texte » pour l'entendre encore.
plain-prompt-item = Un élément, ou une ligne vide pour rendre la liste.
plain-prompt-judge = Compte-t-il comme juste : 1 oui, 0 non ?
plain-prompt-decide = Que vaut cette réponse : 0, 0,5 ou 1 ?
plain-prompt-rating = 1 à revoir, { $again } ; 2 difficile, { $hard } ; 3 correct, { $good } ; 4 facile, { $easy }. Entrée pour { $number }, { $proposal }.
plain-prompt-wait = Entrée pour voir si c'est l'heure, ou « quitter ».
plain-prompt-retry = Entrée pour réessayer, ou « quitter ».
plain-prompt-clock = Tapez 1 ou 2.
plain-prompt-after = Entrée pour quitter, « annuler » ou « accueil ».
plain-prompt-after-more = Entrée pour quitter, « encore » pour d'autres nouvelles cartes, « annuler » ou « accueil ».
plain-prompt-after-ahead = Entrée pour quitter, « avance » pour continuer en avance, « annuler » ou « accueil ».

# Ce qui n'a pas été compris
plain-misheard = Ce n'est pas ce qui est attendu ici ; « aide » dit les mots que l'on peut écrire.
plain-no-word = Ce mot n'existe pas ; « aide » dit ceux qui existent.
plain-not-here = Ce mot ne sert pas ici ; « aide » dit ceux qui servent.
plain-help-slash = Là où l'on écrit une réponse, une barre oblique fait d'une lettre un mot : /q.

# Ce que font les mots
plain-word = { $name } : { $what }
plain-word-help = dire ces mots
plain-word-repeat = redire la carte
plain-word-hint = l'indice de l'auteur
plain-word-nothing = ne rien cocher
plain-word-give-up = je ne sais pas
plain-word-undo = annuler la dernière réponse ou action
plain-word-note = votre note sur cette carte ; « note » et un texte l'écrit aussitôt
plain-word-suspend = suspendre la carte
plain-word-bury = reporter la carte à demain
plain-word-flag = drapeau suivant
plain-word-edit = où est la carte, et l'ouvrir dans l'éditeur
plain-word-time = le temps passé
plain-word-progress = où en est la séance
plain-word-problems = ce qui ne va pas dans les paquets
plain-word-more = des nouvelles cartes au-delà de celles du jour
plain-word-ahead = réviser en avance ; à l'accueil, un numéro peut suivre
plain-word-reason = pourquoi la réponse était fausse : « raison 3 », et avec quoi elle a été confondue
plain-word-mistake = noter une erreur faite ailleurs : « erreur 232 confondue OAP et pneumopathie »
plain-word-notebook = ce qui a été manqué depuis trente jours
plain-word-flash = cinq questions notées ; ce qui est à revoir d'abord
plain-word-missed = reprendre ce qui a été manqué aujourd'hui, ou dans la séance qui finit
plain-word-decks = la liste par paquets
plain-word-objectives = la liste par objectifs
plain-word-cases = la liste des dossiers, KFP, TCS et articles
plain-word-article = la vignette ou le texte, encore une fois
plain-word-ranks = la liste par rangs
plain-word-home = finir la séance et revenir à l'accueil
plain-word-quit = finir ; tout ce qui est gardé le reste
