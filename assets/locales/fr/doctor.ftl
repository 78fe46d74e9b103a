# carabin doctor : ce qui va, ce qui ne va pas, ce qu'on peut faire.

doctor-no-history = Rien n'a encore été révisé ici.
doctor-history-good = { $events ->
        [0] Le fichier est sain ; rien n'y est encore écrit.
        [one] Un événement, intact ; ce qui est affiché en découle exactement.
       *[other] { $events } événements, tous intacts ; ce qui est affiché en découle exactement.
    }
doctor-conflicts = { $count ->
        [one] Un numéro d'événement désigne
       *[other] { $count } numéros d'événements désignent
    } deux événements : l'historique a été copié, et les deux copies ont continué. Tout est gardé et compte.
doctor-schema = Des tables dérivées manquent ou sont autres : { $names }. Elles se refont à partir de vos réponses.
doctor-schema-lost = Des tables de l'historique lui-même manquent : { $names }. Elles ne peuvent pas être inventées.
doctor-stale = Les états attendent d'être recalculés (des réglages ou des règles ont changé) ; cela se fait tout seul au prochain démarrage.
doctor-file = SQLite trouve le fichier abîmé : { $reason }.
doctor-altered = { $count ->
        [one] Un événement a été modifié
       *[other] { $count } événements ont été modifiés
    } sur le disque : l'empreinte ne correspond plus (le premier : { $first }). Il reste compté tel qu'il est.
doctor-states = { $count ->
        [one] L'état d'une carte ne découle pas de ses réponses.
       *[other] Les états de { $count } cartes ne découlent pas de leurs réponses.
    }
doctor-inner = Des comptes (jours, réglages, versions des cartes) ne découlent pas de vos réponses.
doctor-not-mended = La réparation n'a pas pu se faire. Rien n'a été changé.
doctor-restore = Votre dernière sauvegarde est { $name }. Pour y revenir (l'historique présent est d'abord mis de côté) : carabin journal restore { $name }. Pour n'y reprendre que ce qui manque, tant que l'historique s'ouvre : carabin journal import FICHIER
doctor-no-backup-to-restore = Il n'y a pas de sauvegarde ici. Un export, une autre machine, ou la sauvegarde de tout l'ordinateur en ont peut-être une copie.
doctor-no-backups = Pas encore de sauvegarde : la première se fera à la fin de la prochaine révision.
doctor-backups-good = { $count ->
        [one] Une sauvegarde
       *[other] { $count } sauvegardes
    } ; la dernière, { $name }, se relit en entier ({ $events ->
        [one] un événement
       *[other] { $events } événements
    }).
doctor-backup-damaged = La dernière sauvegarde, { $name }, ne se relit pas : { $reason } Faites-en une autre : carabin journal backup
doctor-folders-good = Vos fichiers sont dans { $path }, lisibles par vous seul, et il reste de la place.
doctor-not-writable = On ne peut rien écrire dans { $path } : { $reason }. Rendez-vous les droits sur ce dossier, ou indiquez-en un autre par CARABIN_HOME.
doctor-open-to-others = { $count ->
        [one] D'autres que vous peuvent lire ou écrire { $path }.
       *[other] D'autres que vous peuvent lire ou écrire { $path } et d'autres de vos fichiers ({ $count } en tout).
    }
doctor-foreign = { $count ->
        [one] { $path } appartient
       *[other] { $path } et d'autres fichiers ({ $count } en tout) appartiennent
    } à un autre utilisateur que le dossier : Carabin a-t-il été lancé par sudo ? Rendez-les à leur propriétaire par chown.
doctor-little-room = Il reste { $megabytes } Mo sur le disque de { $path } : faites de la place avant que l'historique ne puisse plus s'écrire.
doctor-decks = { $decks ->
        [one] Un paquet
       *[other] { $decks } paquets
    }, { $cards ->
        [one] une carte
       *[other] { $cards } cartes
    }.
doctor-deck = { $path } : { $count ->
        [one] une erreur ; le reste du paquet se révise.
       *[other] { $count } erreurs ; le reste du paquet se révise.
    } Le détail : carabin deck check { $path }
doctor-index = L'index des paquets est abîmé : { $reason }. Il se refait à partir des paquets, sans rien perdre.
doctor-index-good = L'index est sain.
doctor-no-terminal = Ce n'est pas un terminal ici : rien à en dire.
doctor-dumb-terminal = Ce terminal ne sait pas déplacer le curseur (TERM=dumb) : Carabin y travaille ligne par ligne.
doctor-no-unicode = La langue du système n'annonce pas l'UTF-8 : les accents peuvent être mal affichés. Essayez LC_ALL=fr_FR.UTF-8.
doctor-small-terminal = { $columns } × { $rows } caractères : c'est petit ; 40 × 12 au moins, 80 × 24 pour être à l'aise.
doctor-terminal-good = { $columns } × { $rows } caractères, { $colours ->
        [0] sans couleurs
        [16] 16 couleurs
        [256] 256 couleurs
       *[other] toutes les couleurs
    }.

# While it looks
progress-doctor-history = Relecture de l'historique
progress-doctor-backups = Sauvegardes
progress-doctor-folders = Dossiers
progress-doctor-decks = Paquets
progress-doctor-terminal = Terminal
