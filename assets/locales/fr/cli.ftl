## Ligne de commande : l'aide.

cli-heading-usage = Usage :
cli-heading-commands = Commandes :
cli-heading-arguments = Arguments :
cli-heading-options = Options :
cli-heading-global = Options générales :
cli-heading-examples = Exemples :
cli-heading-settings = Réglages :

cli-usage-options = [OPTIONS]

cli-value-card = PAQUET/ID
cli-value-command = COMMANDE
cli-value-backup = SAUVEGARDE
cli-value-deck = ID|CHEMIN
cli-value-deck-id = PAQUET
cli-value-dir = DOSSIER
cli-value-file = FICHIER
cli-value-from = DÉBUT
cli-value-id = ID
cli-value-kind = FORMAT
cli-value-n = N
cli-value-name = NOM
cli-value-objective = OBJECTIF
cli-value-path = CHEMIN
cli-value-place = DOSSIER|DÉPÔT
cli-value-shell = SHELL
cli-value-text = TEXTE
cli-value-since = JOUR
cli-value-reason = RAISON
cli-value-tag = ÉTIQUETTE
cli-value-to = FIN
cli-value-value = VALEUR

cli-global-arg-lang = Langue de l'interface
cli-global-arg-color = Quand mettre des couleurs (par défaut : auto)
cli-global-arg-help = Afficher l'aide (-h : en bref)
cli-global-arg-version = Afficher la version

cli-root-about = Carabin : réviser les EDN dans le terminal
cli-root-long = Carabin pose les questions de vos paquets, corrige les réponses selon le barème des épreuves, planifie chaque carte avec FSRS et dit où vous en êtes pour chaque objectif de connaissance, le rang A d'abord. Sans commande, il s'ouvre en plein écran.
cli-root-more = Codes de sortie : 0 fait, 1 échec, 2 mauvais usage.
cli-root-example-screens = Ouvrir en plein écran
cli-root-example-study = Commencer tout de suite par les cartes de l'item 19
cli-root-example-lang = En anglais, quels que soient les réglages du système

cli-study-about = Réviser ce qui est à revoir et ce qui est nouveau
cli-study-long = Une carte doit répondre à tous les filtres donnés. Chaque réponse est enregistrée avant que la carte suivante s'affiche : on peut s'arrêter à tout moment.
cli-study-arg-decks = Ce paquet seulement ; à répéter pour plusieurs paquets
cli-study-arg-decks-more = L'identifiant d'un paquet (carabin deck list), ou le chemin d'un fichier ou d'un dossier. Un chemin contient un / ou finit par .yaml : pour un dossier d'ici, écrire ./dossier.
cli-study-arg-item = Cet item des EDN seulement, de 1 à 367
cli-study-arg-objective = Cet objectif de connaissance seulement, par exemple OIC-019-09-A
cli-study-arg-rank = Ce rang seulement
cli-study-arg-tag = Cette étiquette et celles qu'elle contient (cardio : aussi cardio::ecg)
cli-study-arg-limit = N cartes au plus
cli-study-arg-ahead = Aussi les cartes qui ne sont pas encore à revoir
cli-study-arg-flash = Cinq questions notées au lieu de la séance du jour (--limit en change le nombre)
cli-study-arg-flash-more = D'abord ce qui est à revoir, puis le rang A mal su. Chaque question vient une fois et est corrigée aussitôt.
cli-study-arg-kind = Dossiers (case), KFP (kfp), TCS (tcs) ou articles (article), ceux jamais faits d'abord
cli-study-arg-kind-more = Ils n'ont pas d'échéance : on les joue quand on veut. --limit compte les dossiers, pas leurs questions.
cli-study-arg-cards = Cette carte, à revoir ou non ; à répéter pour plusieurs
cli-study-arg-cards-more = Une carte s'écrit PAQUET/ID.
cli-study-example-kind = Le dossier progressif le plus ancien
cli-study-arg-missed = Ce qui a été manqué aujourd'hui, ou depuis ce jour
cli-study-arg-reason = De ce qui a été manqué, ce qui l'a été pour cette raison
cli-study-arg-reason-more = jamais, oubliée, confondue, mal-lue ou vite : voir carabin miss.
cli-study-example-flash = Cinq questions dans le métro
cli-study-example-missed = Ce qui a été confondu avec autre chose depuis lundi
cli-study-arg-plain = De simples lignes au lieu du plein écran
cli-study-arg-plain-more = Pour les lecteurs d'écran, les terminaux simples et les scripts : rien n'est redessiné, aucune ligne n'est coupée, chaque action est un mot (« aide » les dit). La séance finit avec l'entrée ; toutes les réponses données sont gardées.
cli-study-example-rank = Ce que tout le monde doit savoir de l'item 19
cli-study-example-objective = Un seul objectif
cli-study-example-deck = Un paquet à vous, vingt cartes
cli-study-example-ahead = Toutes les cartes d'une étiquette, à revoir ou non
cli-study-example-plain = Ligne par ligne, pour un lecteur d'écran

cli-miss-about = Noter une erreur faite ailleurs, ou lister ce qui a été manqué
cli-miss-long = Avec un texte, une question ratée dans une banque ou aux annales entre dans le carnet d'erreurs. Sans texte, la liste de ce qui a été manqué depuis trente jours, ici et ailleurs ; les mêmes options la filtrent.
cli-miss-arg-text = De quoi il s'agissait
cli-miss-arg-text-more = « question ? réponse » ou « question = réponse » : le carnet en fait une carte complète d'une touche.
cli-miss-arg-item = L'item des EDN, de 1 à 367
cli-miss-arg-objective = L'objectif de connaissance, par exemple OIC-019-09-A
cli-miss-arg-reason = jamais, oubliée, confondue, mal-lue ou vite
cli-miss-arg-card = Une carte qui en parle
cli-miss-arg-source = Où elle a été manquée
cli-miss-arg-all = Pour la liste : depuis le début
cli-miss-arg-json = La liste en JSON
cli-miss-example = Une question ratée aux annales, en une ligne
cli-miss-example-list = Ce qui a été manqué depuis trente jours
cli-miss-example-json = Tout le carnet, pour un autre programme
cli-miss-none = Rien de manqué.

cli-stats-about = Voir où vous en êtes
cli-stats-long = Progression par objectif et par rang, rétention, jours de révision.
cli-stats-arg-json = En JSON, pour les scripts
cli-stats-example = Les chiffres, à lire
cli-stats-example-json = Les mêmes, pour un script

cli-card-about = Lister les cartes, en regarder une
cli-card-resume-about = Redemander des cartes suspendues ou reportées
cli-card-resume-arg-cards = La carte (ou les cartes) : son paquet, une barre oblique, son identifiant (carabin card list les montre)
cli-card-resume-example = Une carte qui avait été suspendue
cli-card-resumed = { $card } sera de nouveau demandée.
cli-card-not-away = { $card } n'est ni suspendue ni reportée.
cli-card-show-about = Afficher une carte : contenu, historique, mémoire, échéance
cli-card-show-long = Avec sa stabilité, sa difficulté, la probabilité que vous vous en souveniez aujourd'hui et le jour où elle sera à revoir.
cli-card-show-arg-card = La carte : son paquet, une barre oblique, son identifiant
cli-card-show-arg-card-more = Après un #, une de ses parties : un trou (#c1) ou l'autre sens (#reverse).
cli-card-show-arg-json = En JSON, pour les scripts
cli-card-show-example = Une carte et tout ce qu'on en sait
cli-card-show-example-json = La même chose, pour un script

cli-deck-about = Lister les paquets, les vérifier, aider à les écrire
cli-deck-check-about = Vérifier des paquets et dire toutes leurs erreurs d'un coup
cli-deck-check-long = Chaque erreur est donnée avec son fichier, sa ligne, sa colonne et son remède. Code de sortie 1 si un paquet contient une erreur ; les avertissements seuls ne comptent pas.
cli-deck-check-arg-decks = Fichiers YAML, dossiers, ou noms de paquets (sinon : tous vos paquets)
cli-deck-check-arg-fix = Corriger ce qui ne demande aucun choix, et écrire les identifiants manquants
cli-deck-check-arg-fix-more = Les guillemets oubliés, et les identifiants, sans lesquels une carte perd son historique quand son texte change beaucoup. Commentaires, ordre et mise en forme restent tels quels.
cli-deck-check-example-own = Tous vos paquets
cli-deck-check-example = Un fichier
cli-deck-check-example-fix = Tout un dossier, en le corrigeant
cli-deck-list-about = Lister les paquets de la bibliothèque
cli-deck-list-arg-json = En JSON, pour les scripts
cli-deck-schema-about = Afficher le schéma JSON du format des paquets
cli-deck-schema-long = Avec lui, un éditeur complète et vérifie un paquet pendant la frappe.
cli-deck-schema-example = Le garder dans un fichier

cli-clock-about = Vérifier l'horloge, et remettre à leur date des réponses datées de travers
cli-clock-long = Quand l'horloge de l'ordinateur saute (d'un an en arrière, de dix ans en avant), vos réponses sont gardées, mais à une fausse date. Une fois l'horloge remise à l'heure, --correct les remet à leur place, au jour près.
cli-clock-arg-correct = L'horloge est juste maintenant : remettre les réponses mal datées à leur place
cli-clock-arg-undo = Revenir sur la dernière correction
cli-clock-example = Voir si l'horloge et les réponses s'accordent
cli-clock-example-correct = Après avoir remis l'ordinateur à l'heure

cli-doctor-about = Vérifier l'historique, les sauvegardes, les dossiers et les paquets
cli-doctor-long = Relit toutes vos réponses et les compare à ce qui est affiché, et dit en clair ce qui va et ce qui ne va pas. Code de sortie 1 s'il reste quelque chose de cassé.
cli-doctor-arg-fix = Refaire ce qui peut l'être (états, index, droits des fichiers) ; vos réponses ne sont jamais touchées
cli-doctor-arg-json = En JSON, pour les scripts
cli-doctor-example = Regarder, sans rien changer
cli-doctor-example-fix = Réparer ce qui peut l'être

cli-journal-about = Sauvegarder l'historique, y revenir, l'exporter, l'importer
cli-journal-backup-about = Sauvegarder l'historique maintenant
cli-journal-backup-long = Une sauvegarde se fait aussi toute seule, chaque jour où l'on révise ; il en reste 7 jours, 8 semaines et 24 mois. Chacune est relue avant de compter.
cli-journal-backup-arg-file = Le fichier à écrire ; sans lui, avec les autres sauvegardes. Un nom en .db donne une base SQLite, tout autre une base compressée
cli-journal-backup-arg-yes = Ne rien demander, même si le fichier existe
cli-journal-backup-example = Avec les autres sauvegardes
cli-journal-backup-example-file = Sur une clé USB
cli-journal-list-about = Lister les sauvegardes
cli-journal-list-arg-json = En JSON, pour les scripts
cli-journal-restore-about = Revenir à une sauvegarde
cli-journal-restore-long = L'historique présent est d'abord sauvegardé, et ce qui va changer est dit avant de demander. Pour ajouter une sauvegarde à l'historique au lieu de le remplacer : carabin journal import FICHIER
cli-journal-restore-arg-backup = Une sauvegarde, par son nom ou sa date, ou un fichier
cli-journal-restore-arg-yes = Sans demander
cli-journal-restore-example = La dernière sauvegarde de ce jour
cli-journal-restore-example-file = Un fichier, d'où qu'il vienne
cli-journal-export-about = Écrire tout l'historique en JSON, une ligne par événement
cli-journal-export-long = Chaque ligne porte son empreinte : une ligne abîmée se voit à l'import. Avec --anonymous, seulement ce qu'on peut montrer à un enseignant : les cartes, les semaines, les notes et les cases cochées ; ni notes personnelles, ni jours, ni heures, ni noms d'appareils.
cli-journal-export-arg-file = Le fichier à écrire ; sans lui, la sortie standard
cli-journal-export-arg-anonymous = Seulement ce qui peut être partagé
cli-journal-export-arg-decks = Seulement les réponses à ce paquet
cli-journal-export-arg-with-typed = Aussi les réponses tapées au clavier, qui aident l'enseignant mais peuvent vous faire reconnaître
cli-journal-export-arg-yes = Ne rien demander, même si le fichier existe
cli-journal-export-example = Tout l'historique
cli-journal-export-example-anonymous = Les réponses à un paquet, pour celui qui l'a écrit
cli-journal-import-about = Ajouter à l'historique les événements d'un export ou d'une sauvegarde
cli-journal-import-long = Ce qui est déjà connu n'est pas pris deux fois : on peut importer le même fichier autant qu'on veut. Les lignes abîmées sont laissées de côté et nommées ; code de sortie 1 s'il y en a.
cli-journal-import-arg-files = Des exports ou des sauvegardes
cli-journal-import-example = Un export d'une autre machine
cli-sync-about = Synchroniser plusieurs appareils, sans compte
cli-sync-long = Reçoit ce qui a été répondu sur les autres appareils et envoie ce qui l'a été ici, par un dossier partagé ou un dépôt git choisi une fois avec « carabin sync init ».
cli-sync-more =
    Rien n'est jamais à choisir dans l'historique : chaque appareil n'ajoute que des fichiers à lui, et l'historique est l'ensemble de toutes les réponses. Un fichier encore en chemin est repris la fois suivante. Un paquet modifié sur deux appareils est réuni carte par carte ; si la même carte, ou l'en-tête, a changé des deux côtés, les deux versions sont gardées côte à côte, et Carabin dit laquelle reprendre. Les identifiants d'un dépôt git sont ceux de git.
cli-sync-example = Recevoir et envoyer maintenant
cli-sync-example-status = Où en est-on ?
cli-sync-init-about = Choisir où les appareils se retrouvent, et synchroniser
cli-sync-init-long = Un dossier que Nextcloud, Syncthing, Dropbox ou une clé USB transporte, ou un dépôt git. La même commande, sur chaque appareil.
cli-sync-init-arg-place = Un dossier, ou l'adresse d'un dépôt git
cli-sync-init-arg-auto = Synchroniser aussi au début et à la fin de chaque séance
cli-sync-init-arg-no-decks = Ne pas emporter les paquets personnels
cli-sync-init-arg-name = Nom de cet appareil, pour distinguer les versions d'un paquet
cli-sync-init-example = Par un dossier partagé, sans plus y penser
cli-sync-init-example-git = Par un dépôt git privé
cli-sync-init-example-stick = Par une clé USB
cli-sync-status-about = Dire où en est la synchronisation
cli-sync-status-arg-json = En JSON
cli-sync-off-about = Ne plus synchroniser cet appareil

cli-pause-about = Prévoir des jours sans révision
cli-pause-usage = [OPTIONS] [DÉBUT FIN]
cli-pause-long = Ces jours-là, rien n'est demandé, et les cartes sont réparties autour. Sans dates : lister les pauses.
cli-pause-arg-from = Premier jour, par exemple 2026-12-24
cli-pause-arg-to = Dernier jour, compris
cli-pause-arg-clear = Enlever toutes les pauses
cli-pause-example = Les vacances de Noël
cli-pause-example-list = Les pauses prévues
cli-pause-example-clear = Plus aucune pause

cli-set-about = Voir et changer les réglages de révision
cli-set-usage = [NOM [VALEUR]]
cli-set-long = Sans valeur : afficher le réglage. Sans nom : les afficher tous. Ils sont gardés avec votre historique, pour que tous vos appareils soient d'accord.
cli-set-arg-name = Le réglage
cli-set-arg-value = Sa nouvelle valeur (- : aucune ; défaut : celle d'origine)
cli-set-takes = { $expected } (par défaut : { $default })
cli-set-example-list = Tous les réglages, leurs valeurs, ce qu'ils acceptent
cli-set-example = Dix nouvelles cartes par jour
cli-set-example-words = Plusieurs mots sans guillemets
cli-set-example-exam = Le jour de l'examen

cli-paths-about = Voir où sont les paquets, l'historique et les réglages
cli-paths-arg-json = En JSON, pour les scripts

cli-completions-about = Afficher les complétions pour un shell
cli-completions-arg-shell = bash, zsh, fish, elvish ou powershell
cli-completions-example-bash = Pour bash
cli-completions-example-fish = Pour fish

cli-help-about = Afficher l'aide d'une commande
cli-help-arg-command = La commande ; aucune : tout le programme
cli-help-example = Comme carabin deck check --help

cli-generate-about = Écrire les fichiers générés de assets/
cli-generate-arg-dir = Le dossier où les écrire

## Ligne de commande : mauvais usage.

cli-error = erreur :
cli-tip = conseil :
cli-see = Aide :
cli-quoted = « { $text } »

cli-wrong-option = l'option { $arg } n'existe pas ici
cli-wrong-extra = l'argument { $arg } est de trop
cli-wrong-command = la commande { $command } n'existe pas
cli-wrong-no-value = { $arg } attend une valeur
cli-wrong-value = { $value } ne convient pas à { $arg }
cli-wrong-missing = il manque : { $args }
cli-wrong-missing-command = { $command } attend l'une de ces commandes : { $commands }
cli-wrong-twice = { $arg } ne peut être donné qu'une fois
cli-wrong-conflict = { $arg } ne va pas avec { $others }
cli-wrong-too-many = { $arg } n'accepte pas de valeur : { $value } est de trop
cli-wrong-utf8 = un argument n'est pas de l'UTF-8 valide
cli-wrong-use = ces arguments n'ont pas de sens ensemble
cli-wrong-pause-order = la pause finirait avant de commencer : le { $from } vient après le { $to }
cli-wrong-no-setting = le réglage { $name } n'existe pas
cli-wrong-setting = { $value } ne convient pas au réglage { $name }

cli-tip-try = essayez { $try }
cli-tip-values = voici ce qui convient : { $values }
cli-tip-setting = voici ce qui convient : { $expected }
cli-tip-commands = les commandes sont { $commands }
cli-tip-belongs = { $arg } va avec { $commands }
cli-tip-deck = pour réviser un paquet par son chemin : { $line }

cli-misfit-item = un item est un nombre de 1 à { $last }
cli-misfit-objective = un objectif s'écrit OIC-019-09-A
cli-misfit-rank = le rang à la fin d'un objectif est A ou B
cli-misfit-deck = l'identifiant d'un paquet est fait de minuscules, de chiffres et de tirets ; le chemin d'un fichier ou d'un dossier contient un / ou finit par .yaml
cli-misfit-card = une carte s'écrit PAQUET/ID, par exemple edn-019-missions-fr/cnam-sigle
cli-misfit-date = une date s'écrit année-mois-jour : 2026-12-24
cli-misfit-count = un nombre entier à partir de 1
cli-misfit-reason = une raison est jamais, oubliée, confondue, mal-lue ou vite

## Ligne de commande : la page de manuel.

cli-man-title = Manuel de Carabin
cli-man-name = réviser les EDN dans le terminal
cli-man-heading-name = NOM
cli-man-heading-synopsis = SYNOPSIS
cli-man-heading-description = DESCRIPTION
cli-man-heading-commands = COMMANDES
cli-man-heading-global = OPTIONS GÉNÉRALES
cli-man-heading-settings = RÉGLAGES
cli-man-heading-environment = ENVIRONNEMENT
cli-man-heading-files = FICHIERS
cli-man-heading-exit = CODES DE SORTIE
cli-man-heading-examples = EXEMPLES
cli-man-env-home = Un seul dossier pour tout : paquets, historique, réglages, cache (une clé USB, par exemple).
cli-man-env-editor = L'éditeur qui ouvre une carte.
cli-man-env-locale = La langue de l'interface : le français si la langue du système est le français, l'anglais sinon. --lang et la configuration passent avant.
cli-man-env-no-color = Pas de couleurs si elle est définie et non vide.
cli-man-env-clicolor = Pas de couleurs si CLICOLOR vaut 0 ; des couleurs même dans un tube si CLICOLOR_FORCE ne vaut pas 0.
cli-man-files = carabin paths dit où ils sont sur cette machine : vos paquets, l'historique de vos réponses (journal.db), les réglages de cet appareil (config.toml) et l'index des paquets (library.db), qui peut être supprimé sans rien perdre.
cli-man-exit-done = C'est fait.
cli-man-exit-failed = Cela n'a pas pu être fait ; la raison est sur la sortie d'erreur.
cli-man-exit-misused = Mauvais usage : les arguments n'ont pas de sens.

## Ligne de commande : ce qu'elle dit.

cli-warning = attention :

cli-study-nothing-fits = aucune carte ne répond à ces filtres. La liste des paquets : carabin deck list
cli-study-mistakes = aucune carte ne répond à ces filtres, et le paquet a des erreurs :
cli-study-containers = { $n ->
    [one] la seule carte qui répond à ces filtres est un dossier, un KFP, un TCS ou un article : carabin study --kind case
   *[other] les { $n } cartes qui répondent à ces filtres sont des dossiers, KFP, TCS ou articles : carabin study --kind case
}
cli-study-no-decks = aucun paquet n'est dans une langue étudiée ({ $languages }). Pour en choisir d'autres : carabin set languages fr en

cli-stats-column-group = { "" }
cli-stats-column-seen = vues
cli-stats-column-due = à revoir
cli-stats-column-new = nouvelles
cli-stats-column-suspended = suspendues
cli-stats-column-recall = mémoire
cli-stats-recall = Mémoire : la part que vous devriez retrouver maintenant, parmi les cartes vues avant aujourd'hui ; une carte ratée aujourd'hui, ou encore en apprentissage, compte pour zéro.
cli-stats-column-title = { "" }
cli-stats-column-day = jour
cli-stats-column-answers = réponses
cli-stats-column-again = oubliées
cli-stats-column-time = temps
cli-stats-no-retention = Encore aucune révision d'une carte apprise un autre jour.
cli-stats-span = { $days } derniers jours
cli-stats-of = { $recalled } sur { $reviews }
cli-stats-last = Derniers jours
cli-stats-coming = Jours à venir

cli-card-place = { $title } ({ $file }, ligne { $line })
cli-card-gone = Cette carte n'est plus dans aucun paquet ; voici ce qu'en sait l'historique.
cli-card-item = Item { $item }
cli-card-aliases = Aussi connue comme : { $cards }
cli-card-without-id = L'auteur ne lui a pas donné d'id : carabin deck check --fix en écrit un.
cli-card-option-required = [indispensable] { $text }
cli-card-option-correct = [juste] { $text }
cli-card-option-wrong = [faux] { $text }
cli-card-option-unacceptable = [inacceptable] { $text }
cli-card-memory = Mémoire
cli-card-no-schedule = Cette carte n'est pas planifiée elle-même : ses questions se jouent ensemble.
cli-card-stability = stabilité { $days } j
cli-card-difficulty = difficulté { $difficulty } sur 10
cli-card-recall = en mémoire à { $share }
cli-card-due = à revoir le { $date }
cli-card-reps = { $reps ->
    [one] { $reps } réponse
   *[other] { $reps } réponses
}, { $lapses ->
    [0] aucun oubli
    [one] { $lapses } oubli
   *[other] { $lapses } oublis
}
cli-card-history = Historique
cli-card-no-history = Rien ne lui est encore arrivé.
cli-card-versions = Textes de cette carte
cli-card-version = { $fingerprint }
cli-card-version-current = { $fingerprint } (celui d'aujourd'hui)

cli-check-sum = { $decks ->
    [0] Aucun paquet vérifié
    [one] 1 paquet vérifié
   *[other] { $decks } paquets vérifiés
} : { $errors ->
    [0] aucune erreur
    [one] 1 erreur
   *[other] { $errors } erreurs
}, { $warnings ->
    [0] aucun avertissement
    [one] 1 avertissement
   *[other] { $warnings } avertissements
}.
cli-check-missing = { $path } : il n'y a ni fichier ni paquet de ce nom.
cli-check-unreadable = { $path } : { $reason }
cli-check-empty = { $path } : il n'y a pas de paquet dans ce dossier (fichiers .yaml, ou dossiers avec deck.yaml).
cli-check-none = Vous n'avez pas encore de paquet à vous ({ $path }).
cli-check-bundled = { $deck } est livré avec Carabin, et vous n'en avez pas de copie : il n'y a rien à vérifier.
cli-check-duplicate = plusieurs paquets s'appellent { $deck } ({ $files }) : un seul serait étudié.

cli-list-column-deck = paquet
cli-list-column-language = langue
cli-list-column-cards = cartes
cli-list-column-errors = erreurs
cli-list-column-warnings = avertissements
cli-list-column-title = titre
cli-list-shadowed = { $deck } : n'est pas étudié, { $kept } a le même nom et passe avant.
cli-list-not-studied = (langue non étudiée)

cli-pause-line = Du { $from } au { $to } ({ $days ->
    [one] 1 jour
   *[other] { $days } jours
})
cli-pause-none = Aucune pause prévue. Pour en prévoir une : carabin pause 2026-12-24 2027-01-02
cli-pause-cleared = Plus aucune pause prévue.
cli-pause-over = Ces jours sont déjà passés : ils n'interrompent plus la série de jours.

cli-set-changed = { $name } : { $before } → { $after }
cli-set-unchanged = { $name } est déjà { $after }

cli-paths-decks = Vos paquets
cli-paths-journal = L'historique de vos réponses
cli-paths-settings = Les réglages de cet appareil
cli-paths-index = L'index des paquets (refait à tout moment)
cli-paths-log = Ce que Carabin a noté de ses propres ennuis

cli-journal-backed-up = Historique sauvegardé et relu ({ $events ->
        [one] { $events } événement
       *[other] { $events } événements
    }, { $size }) : { $path }
cli-journal-no-backups = Aucune sauvegarde pour l'instant. Il s'en fait une chaque jour où l'on révise ; tout de suite : carabin journal backup
cli-journal-column-name = SAUVEGARDE
cli-journal-column-when = QUAND
cli-journal-column-size = TAILLE
cli-journal-column-why = POURQUOI
cli-journal-why-daily = celle du jour
cli-journal-why-asked = demandée
cli-journal-why-before-restore = avant une restauration
cli-journal-where = Elles sont dans { $path }. Pour revenir à l'une d'elles : carabin journal restore SAUVEGARDE
cli-journal-restore-of = { $path } : { $events ->
        [one] { $events } événement.
       *[other] { $events } événements.
    }
cli-journal-restore-last = Le dernier de cet appareil y est du { $last }.
cli-journal-restore-damaged = L'historique présent est illisible ; il sera mis de côté, pas effacé.
cli-journal-restore-same = L'historique contient déjà exactement cela : il n'y a rien à restaurer.
cli-journal-restore-lost = { $events ->
        [one] { $events } événement que vous avez maintenant n'y est pas : il quittera l'historique (mais restera dans une sauvegarde).
       *[other] { $events } événements que vous avez maintenant n'y sont pas : ils quitteront l'historique (mais resteront dans une sauvegarde).
    }
cli-journal-restore-won = { $events ->
        [one] { $events } événement qui vous manque maintenant y est.
       *[other] { $events } événements qui vous manquent maintenant y sont.
    }
cli-journal-restore-merge = Pour avoir les deux, sans rien perdre : carabin journal import { $path }
cli-journal-restore-ask = Remplacer l'historique par cette sauvegarde ? [o/N]
cli-journal-restore-ask-not = Rien n'a été remplacé : personne ne peut répondre ici. Pour le faire sans question, ajoutez --yes.
cli-journal-restore-not-done = Rien n'a été changé.
cli-journal-restored = L'historique est celui de la sauvegarde.
cli-journal-restored-before = L'historique d'avant est gardé ici : { $path }
cli-journal-exported = { $events ->
        [one] { $events } événement écrit
       *[other] { $events } événements écrits
    } dans { $path }
cli-journal-shared = { $events ->
        [one] { $events } réponse écrite
       *[other] { $events } réponses écrites
    } dans { $path }
cli-journal-shared-what = Ni nom, ni jour, ni heure, ni note personnelle, ni texte tapé : lisez le fichier avant de l'envoyer, c'est du texte.
cli-journal-shared-typed = Ni nom, ni jour, ni heure, ni note personnelle ; mais vos réponses tapées y sont, mot pour mot : lisez le fichier avant de l'envoyer.
cli-journal-imported = { $path } : { $added ->
        [0] rien de nouveau
        [one] { $added } événement ajouté
       *[other] { $added } événements ajoutés
    }{ $known ->
        [0] {""}
       *[other] , { $known } déjà là
    }.
cli-journal-import-unreadable = { $path } : { $count ->
        [one] une ligne n'est pas un événement entier et a été laissée de côté : ligne { $lines }.
       *[other] { $count } lignes ne sont pas des événements entiers et ont été laissées de côté : lignes { $lines }.
    }
cli-journal-import-altered = { $path } : { $count ->
        [one] une ligne a été modifiée (son empreinte ne correspond plus) et a été laissée de côté : ligne { $lines }.
       *[other] { $count } lignes ont été modifiées (leur empreinte ne correspond plus) et ont été laissées de côté : lignes { $lines }.
    }
cli-journal-import-missing = { $path } : il manque { $count ->
        [one] un événement annoncé
       *[other] { $count } événements annoncés
    } en tête du fichier : la copie est incomplète. Recopiez-le, puis importez-le de nouveau ; ce qui est déjà là ne sera pas pris deux fois.
cli-journal-import-conflicts = { $count ->
        [one] Un événement porte
       *[other] { $count } événements portent
    } le numéro d'un autre : l'historique a été copié, et les deux copies ont continué. Tout est gardé, et tout compte.
cli-deck-guide-about = Expliquer comment écrire un bon paquet
cli-deck-guide-long = Les principes, un exemple de chaque format, comment partager et corriger sans perdre les plannings, puis la référence complète. Sort en Markdown quand la sortie n'est pas un terminal.
cli-deck-guide-arg-markdown = En Markdown, même dans un terminal
cli-deck-guide-example = Le lire ici
cli-deck-guide-example-markdown = Le garder dans un fichier
cli-deck-new-about = Commencer un paquet à partir d'un modèle commenté
cli-deck-new-long = Un nom seul crée le fichier dans votre dossier de paquets ; un chemin, là où il le dit. Un fichier qui existe n'est jamais remplacé. Le modèle est dans la langue de l'interface (--lang).
cli-deck-new-arg-deck = Le nom du paquet, ou le chemin de son fichier
cli-deck-new-arg-edit = L'ouvrir dans votre éditeur, puis le vérifier
cli-deck-new-example = Un paquet dans votre dossier
cli-deck-new-example-path = Un paquet ailleurs, ouvert aussitôt
cli-new-done = Créé : { $path }
cli-new-next = Écrivez vos cartes d'après les modèles en commentaire, puis :
cli-new-exists = { $path } existe déjà, et n'a pas été touché. Choisissez un autre nom.
cli-new-taken = Un paquet s'appelle déjà { $deck }. Choisissez un autre nom ; `carabin deck list` montre ceux qui existent.
cli-new-failed = Impossible d'écrire { $path } ({ $reason }).
cli-new-no-name = { $name } n'a ni lettre ni chiffre dont faire le nom d'un paquet. Essayez `carabin deck new cardio`.
cli-new-no-editor = Impossible d'ouvrir l'éditeur { $editor } ({ $reason }). Le paquet est écrit ; `editor` dans config.toml, ou $EDITOR, nomme un autre éditeur.

## La référence du format dans `carabin deck guide`.

cli-guide-title = Référence du format
cli-guide-intro = Cette partie est tirée du schéma que lit le programme (`carabin deck schema`), version 1 du format.
cli-guide-record-deck = Le paquet
cli-guide-record-objective = Un objectif (`objectives`)
cli-guide-record-source = Une source (`sources`)
cli-guide-record-defaults = Les valeurs par défaut (`defaults`)
cli-guide-record-card = Une carte (`cards`)
cli-guide-record-question = Une question d'un dossier (`questions`)
cli-guide-record-option = Une proposition (`options`)
cli-guide-record-area = Une zone d'image (`zones`, `others`)
cli-guide-record-image = Une image (`image`, `answer_image`)
cli-guide-record-article = Un article (`article`)
cli-guide-record-tcs-question = Une question de TCS (`questions`)
cli-guide-defaults = Ce qu'une carte ne dit pas elle-même. Clés possibles : { $keys }.
cli-guide-question = Comme une carte, sans `was`, `draft` ni `suspended`, d'un des formats notés (QRU, QRM, QRP, QROC, liste, zone), et avec une clé de plus :
cli-guide-key = `{ $key }` ({ $form }) : { $about }
cli-guide-needed = obligatoire
cli-guide-form-text = texte
cli-guide-form-texts = texte ou liste de textes
cli-guide-form-flag = true ou false
cli-guide-form-number = nombre
cli-guide-form-numbers = liste de nombres
cli-guide-form-date = date
cli-guide-form-rank = A ou B
cli-guide-form-records = liste
cli-guide-form-mapping = clés
cli-guide-form-picture = chemin, ou clés

cli-doctor-good = bien :
cli-doctor-note = à savoir :
cli-doctor-warning = attention :
cli-doctor-bad = cassé :
cli-doctor-mended = réparé :
cli-doctor-area-history = L'historique
cli-doctor-area-backups = Les sauvegardes
cli-doctor-area-folders = Les dossiers
cli-doctor-area-decks = Les paquets
cli-doctor-area-index = L'index des paquets
cli-doctor-area-terminal = Le terminal
cli-doctor-sound = Rien n'est cassé.
cli-doctor-broken = { $count ->
        [one] Une chose est cassée.
       *[other] { $count } choses sont cassées.
    }
cli-doctor-stopped = Examen interrompu : rien n'est resté à moitié fait.
cli-doctor-mendable = Pour réparer ce qui peut l'être : carabin doctor --fix

cli-clock-fits = L'horloge indique le { $now }, ce qui s'accorde avec vos réponses.
cli-clock-ask = L'horloge est-elle juste maintenant ? [o/N]
cli-clock-ask-ahead = Est-ce bien la date d'aujourd'hui ? [o/N]
cli-clock-set-it = Mettez l'ordinateur à l'heure, puis relancez Carabin. Vous pouvez réviser quand même : rien ne se perd, et les dates seront remises d'aplomb ensuite.
cli-clock-advice = Si l'horloge est juste maintenant : carabin clock --correct. Sinon, mettez d'abord l'ordinateur à l'heure. Rien n'est perdu.
cli-clock-moved-back = Correction du { $made } : { $count ->
        [one] un événement reculé
       *[other] { $count } événements reculés
    } de { $days ->
        [one] { $days } jour.
       *[other] { $days } jours.
    }
cli-clock-moved-on = Correction du { $made } : { $count ->
        [one] un événement avancé
       *[other] { $count } événements avancés
    } de { $days ->
        [one] { $days } jour.
       *[other] { $days } jours.
    }
cli-clock-undone = La dernière correction ne compte plus.
cli-clock-nothing-to-undo = Il n'y a pas de correction à retirer.
