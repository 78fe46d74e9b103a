## The decks on disk and their index.

library-missing = { $path } est introuvable. Vérifiez le chemin.
library-unreadable = Impossible d'ouvrir { $path } ({ $reason }).
library-name = Le nom de { $path } n'est pas de l'Unicode valide. Renommez le fichier, et ses cartes reviendront.
library-mistakes = { $path } contient des erreurs ({ $errors }). Ses autres cartes restent à l'étude ; `carabin deck check` montre ce qu'il faut corriger.
library-mistakes-head = { $path } ne peut pas être étudié pour l'instant (erreurs : { $errors }). `carabin deck check` montre ce qu'il faut corriger.
problems-way-back = Pour revenir au paquet tel qu'il est livré : carabin deck reset { $deck }
library-duplicate = Deux paquets s'appellent { $deck } : { $kept } est étudié, { $hidden } ne l'est pas. Donnez à l'un d'eux un autre `deck:`.
library-version = La même carte, ou l'en-tête, a changé de deux façons sur deux appareils. Les deux versions sont gardées : { $kept } est étudié, { $path } ne l'est pas. Reprenez du second ce qui manque au premier, puis supprimez-le.

library-index-rebuilt = L'index des paquets a été refait ({ $reason }). Rien n'est perdu.
library-index-in-memory = L'index des paquets ne peut pas être gardé sur le disque ({ $reason }). Tout fonctionne ; seul le prochain démarrage sera plus long.
library-index-busy = Un autre Carabin est en train de lire les paquets. Ce qu'il trouve apparaîtra sous peu.

library-error-index = L'index des paquets ne fonctionne pas ({ $reason }). Supprimer le dossier de cache ne fait rien perdre ; `carabin paths` dit où il est.
library-error-no-deck = Aucun paquet ne s'appelle { $deck }. `carabin deck list` montre ceux qui existent.
library-error-no-card = Aucune carte ne s'appelle { $card }.

library-media-missing = Le fichier { $file } manque à côté du paquet. `carabin deck check` montre les cartes qui l'attendent.
library-media-outside = Le fichier { $file } est hors du dossier du paquet : il n'est pas ouvert.
library-media-too-long = Le fichier { $file } dépasse { $limit } Mio : il n'est pas ouvert. Réduisez l'image.
library-media-unreadable = Impossible d'ouvrir { $file } ({ $reason }).
