## Les paquets des autres.

cli-misfit-deck-id = l'identifiant d'un paquet est fait de minuscules, de chiffres et de tirets ; `carabin deck list` les montre
cli-value-source = SOURCE

cli-confirm-choice = [o/N]
cli-confirm-nobody = Cette commande demande une confirmation, et personne n'est au clavier. Ajoutez --yes pour l'accepter d'avance.
cli-write-question = { $path } existe déjà. Le remplacer ?
cli-write-home = { $path } est parmi les données de Carabin, qui n'y laisse écrire personne d'autre. Donnez un chemin ailleurs.

cli-deck-add-about = Ajouter les paquets de quelqu'un d'autre
cli-deck-add-long = SOURCE est un fichier YAML, un dossier, un paquet ZIP (`carabin deck pack`), une adresse https:// ou un dépôt git. Seuls les paquets et les images qu'ils citent sont pris ; rien de ce qui vient d'ailleurs n'est exécuté. Carabin retient d'où vient le paquet, pour `carabin deck update`.
cli-deck-add-arg-source = Un fichier, un dossier, un ZIP, une adresse https:// ou un dépôt git
cli-deck-add-example = Le paquet qu'une amie vous a envoyé
cli-deck-add-example-git = Un dépôt git
cli-deck-update-about = Mettre à jour les paquets des autres
cli-deck-update-long = Ce qui est nouveau, changé ou retiré est montré d'abord. Vos dates de révision, vos notes, vos drapeaux et vos propres corrections restent. Les cartes que l'auteur a retirées sont rangées dans archived.yaml, avec leur historique.
cli-deck-update-arg-ids = Les paquets ; tous, si aucun n'est nommé
cli-deck-update-arg-dry-run = Montrer seulement
cli-deck-update-arg-yes = Ne rien demander
cli-deck-update-example = Voir ce qu'il y a de nouveau
cli-deck-remove-about = Enlever le paquet de quelqu'un d'autre
cli-deck-remove-long = L'historique de ses cartes reste dans le journal : si le paquet revient, les révisions reprennent où elles en étaient.
cli-deck-remove-arg-id = Le paquet
cli-deck-remove-arg-yes = Ne rien demander
cli-deck-reset-about = Revenir à un paquet livré avec Carabin, tel qu'il était
cli-deck-reset-long = Votre copie modifiée est gardée à part, et rien n'est effacé : plannings, notes et marques restent. Ce que vous y avez changé se voit avec « carabin deck diff ».
cli-deck-reset-arg-id = Le paquet
cli-deck-reset-arg-yes = Ne rien demander
cli-deck-reset-example = Retrouver le paquet d'origine
cli-deck-pack-about = Faire d'un paquet un seul fichier, à envoyer
cli-deck-pack-long = Le fichier ZIP contient le paquet et les images qu'il cite, rien de personnel : ni historique, ni notes, ni nom.
cli-deck-pack-arg-id = Le paquet
cli-deck-pack-arg-to = Le fichier à écrire (sinon PAQUET.zip, ici)
cli-deck-pack-arg-yes = Ne rien demander, même si le fichier existe
cli-deck-pack-example = Écrit cardio.zip
cli-deck-diff-about = Montrer ce que vous avez changé dans un paquet, à proposer à son auteur
cli-deck-diff-long = Pour le paquet de quelqu'un d'autre ou un paquet livré avec Carabin. La sortie est un correctif (« patch ») que l'auteur applique avec git apply ou patch.
cli-deck-diff-arg-id = Le paquet
cli-deck-diff-example = Le garder dans un fichier

cli-add-taken = { $deck } : « { $title } », { $cards ->
    [one] { $cards } carte
   *[other] { $cards } cartes
}{ $files ->
    [0] { "" }
    [one] , { $files } fichier
   *[other] , { $files } fichiers
}. C'est ajouté.
cli-add-errors = Certaines de ses cartes ont des erreurs ({ $errors }) et sont laissées de côté ; `carabin deck check` les montre.
cli-add-replaces = Il prend la place du paquet { $deck } fourni avec Carabin ; `carabin deck remove { $deck }` le rend.
cli-add-link = { $path } est un lien, et n'a pas été suivi.
cli-add-no-deck = { $path } n'est pas un paquet de cartes ; il est resté où il était.
cli-add-ignored = { $files ->
    [one] Un autre fichier n'appartient à aucun paquet et n'a pas été pris.
   *[other] { $files } autres fichiers n'appartiennent à aucun paquet et n'ont pas été pris.
}
cli-add-next = Pour commencer : carabin study --deck { $deck }
cli-add-refused = { $deck } n'a pas été ajouté. { $reason }
cli-remove-question = Enlever { $deck } ? L'historique de ses cartes est gardé.
cli-remove-kept = Ce que vous y aviez écrit ou changé est gardé à part : { $path }
cli-remove-done = { $deck } est enlevé ; son historique est gardé. Il venait de { $source }.

cli-update-none = Aucun paquet ne vient de quelqu'un d'autre. `carabin deck add` en ajoute.
cli-update-current = { $deck } est à jour.
cli-update-heading = { $deck } (« { $title } »), version { $before } → { $after }
cli-update-new = { $cards ->
    [one] Une carte nouvelle :
   *[other] { $cards } cartes nouvelles :
}
cli-update-changed = { $cards ->
    [one] Une carte changée, dont la date de révision reste :
   *[other] { $cards } cartes changées, dont les dates de révision restent :
}
cli-update-gone = { $cards ->
    [one] Une carte retirée par l'auteur, rangée dans archived.yaml :
   *[other] { $cards } cartes retirées par l'auteur, rangées dans archived.yaml :
}
cli-update-kept = { $cards ->
    [one] Une carte que vous avez corrigée, et qui reste la vôtre :
   *[other] { $cards } cartes que vous avez corrigées, et qui restent les vôtres :
}
cli-update-both = { $cards ->
    [one] Une carte que l'auteur et vous avez changée : la vôtre reste :
   *[other] { $cards } cartes que l'auteur et vous avez changées : les vôtres restent :
}
cli-update-own = { $cards ->
    [one] Une carte que vous avez ajoutée, et qui reste :
   *[other] { $cards } cartes que vous avez ajoutées, et qui restent :
}
cli-update-more = { "  " }… et { $cards ->
    [one] une autre
   *[other] { $cards } autres
}
cli-update-same = Sans changement : { $cards }.
cli-update-apart = Vos corrections et le nouveau paquet n'ont pas pu être réunis carte par carte. La version de l'auteur sera prise, la vôtre gardée à côté.
cli-update-head-changed = Changé par l'auteur en tête du paquet : { $names }
cli-update-head-kept = En tête du paquet, ce que vous avez changé reste : { $names }
cli-update-head-both = En tête du paquet, l'auteur et vous avez changé ceci, le vôtre reste : { $names }
cli-update-files-new = { $count ->
    [one] Un fichier nouveau : { $names }
   *[other] { $count } fichiers nouveaux : { $names }
}
cli-update-files-changed = { $count ->
    [one] Un fichier changé : { $names }
   *[other] { $count } fichiers changés : { $names }
}
cli-update-files-both = { $count ->
    [one] Un fichier que l'auteur et vous avez changé, le vôtre sera gardé à côté : { $names }
   *[other] { $count } fichiers que l'auteur et vous avez changés, les vôtres seront gardés à côté : { $names }
}
cli-update-comments = Certains de vos commentaires tiennent à des lignes que l'auteur a changées. Une copie de votre version sera gardée à côté.
cli-update-question = { $decks ->
    [one] Prendre cette mise à jour ?
   *[other] Prendre ces { $decks } mises à jour ?
}
cli-update-taken = { $deck } est à jour.
cli-update-aside = Votre version est gardée ici : { $path }
cli-update-archive = Les cartes retirées sont ici : { $path }
cli-update-failed = { $deck } n'a pas pu être mis à jour. { $reason }

cli-pack-done = { $path } : { $cards ->
    [one] { $cards } carte
   *[other] { $cards } cartes
}, { $files ->
    [0] aucun fichier à côté
    [one] un fichier à côté
   *[other] { $files } fichiers à côté
}, { $size } Kio. Il s'ajoute avec « carabin deck add ».
cli-reset-question = Revenir à { $deck } tel qu'il est livré ? Votre copie est gardée à part.
cli-reset-done = { $deck } est de nouveau tel qu'il est livré. Plannings, notes et marques restent.
cli-reset-kept = Votre copie est gardée ici : { $path }
cli-reset-none = Vous n'avez pas de copie modifiée de { $deck } : c'est déjà le paquet livré.
cli-diff-none = Vous n'avez rien changé dans { $deck }.

progress-download = Téléchargement
progress-clone = Dépôt git

foreign-no-package = { $path } n'est ni un paquet YAML, ni un dossier, ni un fichier ZIP.
foreign-damaged = Le paquet est abîmé ({ $reason }). Demandez qu'on vous l'envoie de nouveau.
foreign-encrypted = Dans le paquet, { $name } est protégé par un mot de passe. Demandez-le sans.
foreign-name-outside = Le paquet est refusé en entier : « { $name } » mène hors de son dossier.
foreign-name-odd = Le paquet est refusé en entier : « { $name } » ne peut pas être le nom d'un fichier partout.
foreign-name-long = Le paquet est refusé en entier : le nom « { $name } » est trop long.
foreign-name-device = Le paquet est refusé en entier : sous Windows, « { $name } » désigne un appareil.
foreign-name-no-file = Le paquet est refusé en entier : « { $name } » est un lien ou un appareil, pas un fichier.
foreign-name-twice = Le paquet est refusé en entier : « { $name } » s'y trouve deux fois, à la casse ou à l'accent près.
foreign-too-many = Le paquet est refusé : plus de { $limit } fichiers.
foreign-too-large = Le paquet est refusé : il, ou l'un de ses fichiers, dépasse { $limit } Mio.
foreign-empty = Il n'y a pas de paquet de cartes dans { $name }.
foreign-unreadable = { $name } ne peut pas être lu comme un paquet de cartes. `carabin deck check` dit ce qui lui manque.
foreign-own = Vous avez déjà un paquet { $deck }, qui est à vous. Renommez-le, ou changez le `id:` de l'un des deux.
foreign-taken = { $deck } est déjà là. `carabin deck update { $deck }` le met à jour.
foreign-not-taken = { $deck } ne vient pas de quelqu'un d'autre. `carabin deck list` montre vos paquets ; `carabin deck reset` ramène un paquet livré avec Carabin.
foreign-mistakes = { $path } contient des erreurs, et vos corrections ne peuvent pas y être jointes. `carabin deck check` les montre ; rien n'a été changé.
foreign-stopped = Interrompu ; rien n'a été laissé à moitié.

download-address = { $address } n'est pas une adresse https://. Ce qui n'est pas chiffré pourrait être remplacé en chemin.
foreign-password = Cette adresse contient un mot de passe ({ $address }) : il serait gardé en clair avec le paquet. Donnez l'adresse sans lui ; pour un dépôt privé, git le demande à son gestionnaire d'identifiants, ou passez par ssh.
download-offline = Le téléchargement n'a pas abouti : { $reason }. Êtes-vous en ligne ?
download-refused = Le serveur ne donne pas ce fichier (réponse HTTP { $status }). Vérifiez l'adresse.
download-too-large = Le fichier dépasse { $limit } Mio : c'est trop pour un paquet.
download-keep = Le téléchargement ne peut pas être gardé ({ $reason }).
download-stopped = Interrompu ; rien n'a été laissé à moitié.

letter-title = Signaler une erreur
letter-write = Écrivez ce qui ne va pas, avec votre source si vous l'avez. Ctrl-S en fait un message à l'auteur du paquet, gardé dans un fichier que vous enverrez vous-même : rien ne part tout seul.
letter-kept = Le message est prêt, gardé dans { $path }. Envoyez-le à l'auteur du paquet ; rien ne part tout seul.
letter-to = À : { $contact }
letter-no-contact = (ce paquet ne donne pas d'adresse)
letter-subject-line = Objet : { $subject }
letter-subject = Une erreur dans { $card } (« { $title } »)
letter-place = Bonjour, je pense avoir trouvé une erreur dans la carte { $card } (ligne { $line }, version { $version })
letter-no-version = non indiquée
letter-wrong = Ce qui ne va pas :
letter-source = Ma source :
letter-program = (écrit avec Carabin { $version })
cli-card-report-about = Écrire un message à l'auteur d'une carte, pour signaler une erreur
cli-card-report-long = Le message est affiché, prêt à être complété ; rien n'est envoyé. À l'écran, la touche « ! » fait la même chose.
cli-card-report-arg-card = La carte
cli-card-report-example = Une erreur dans cette carte

cli-deck-results-about = Réunir ce qu'un groupe a répondu, question par question
cli-deck-results-long = Les fichiers sont ceux que les étudiants choisissent d'envoyer (`carabin journal export --anonymous`). Les chiffres portent sur la première réponse de chacun ; un fichier envoyé deux fois compte une fois.
cli-deck-results-arg-files = Des exports anonymes
cli-deck-results-arg-decks = Ce paquet seulement
cli-deck-results-arg-json = En JSON, pour les scripts
cli-deck-results-example = Deux étudiants, un paquet
cli-results-sum = { $students ->
    [one] Un étudiant
   *[other] { $students } étudiants
}, { $answers ->
    [one] une réponse
   *[other] { $answers } réponses
}, { $questions ->
    [one] une question
   *[other] { $questions } questions
}. La moins sue d'abord.
cli-results-torn = { $lines ->
    [one] Une ligne n'a pas pu être lue et a été laissée de côté.
   *[other] { $lines } lignes n'ont pas pu être lues et ont été laissées de côté.
}
cli-results-marked = { $students ->
    [one] Un étudiant
   *[other] { $students } étudiants
} : { $mean } % des points à la première réponse, tout juste pour { $full }
cli-results-rated = { $students ->
    [one] Un étudiant
   *[other] { $students } étudiants
} : « à revoir » à la première réponse pour { $again }
cli-results-version = Réponses à une autre version de la carte : { $answers }
error-shared-unreadable = { $path } ne peut pas être lu. Vérifiez le chemin.
error-shared-foreign = { $path } n'est pas un export anonyme. `carabin journal export --anonymous` en fait un.
error-shared-newer = { $path } vient d'un Carabin plus récent. Mettez Carabin à jour pour le lire.
