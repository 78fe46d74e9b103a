# La synchronisation entre appareils.

sync-set-up = Synchronisation par { $place }.
sync-set-up-auto = Elle se fera d'elle-même au début et à la fin de chaque séance.
sync-set-up-by-hand = Pour synchroniser : « carabin sync ». Pour que cela se fasse tout seul : la même commande avec --auto.
sync-turned-off = La synchronisation est arrêtée sur cet appareil. Rien n'est effacé, ni ici ni là-bas.

sync-said-nothing = Tout est à jour.
sync-said-events = Réponses, notes et réglages : { $received ->
    [one] { $received } reçu
   *[other] { $received } reçus
}, { $sent ->
    [one] { $sent } envoyé
   *[other] { $sent } envoyés
}.
sync-said-decks = Fichiers de paquets : { $received ->
    [one] { $received } reçu
   *[other] { $received } reçus
}, { $sent ->
    [one] { $sent } envoyé
   *[other] { $sent } envoyés
}, { $removed ->
    [one] { $removed } retiré
   *[other] { $removed } retirés
}.
sync-said-joined = { $path } a changé sur deux appareils : les changements sont réunis, carte par carte ({ $n ->
    [0] l'en-tête
    [one] { $n } carte
   *[other] { $n } cartes
} de l'autre).
sync-said-version = { $kept } a changé sur deux appareils. Les deux versions sont gardées ; mettez la bonne à cette place, puis supprimez l'autre : { $path }
sync-said-left-out = Ce fichier reste sur cet appareil : il est trop gros, son nom n'est pas possible partout, ou il contient un mot de passe : { $path }
sync-said-conflicts = { $n ->
    [one] Une réponse porte
   *[other] { $n } réponses portent
} le même numéro qu'une autre, d'une copie de cet historique. Toutes sont gardées et comptent.
sync-said-arrived = Reçu d'un autre appareil : { $n ->
    [one] une réponse ou un réglage
   *[other] { $n } réponses et réglages
}.
sync-said-decks-arrived = Des paquets sont arrivés d'un autre appareil.

sync-fault-torn = Ce fichier est incomplet, sans doute encore en chemin ; il sera repris à la prochaine synchronisation : { $path }
sync-fault-altered = Ce fichier n'est pas tel qu'il a été écrit ; il est laissé de côté, et l'appareil dont il vient le réécrira : { $path }
sync-fault-newer = Ce fichier vient d'un Carabin plus récent. Mettez Carabin à jour pour le recevoir : { $path }
sync-fault-unreadable = Ce fichier n'a pas pu être lu ; il sera repris à la prochaine synchronisation : { $path }

sync-not-set-up = La synchronisation n'est pas réglée. Choisissez un dossier partagé (Nextcloud, Syncthing, clé USB…) ou un dépôt git : carabin sync init DOSSIER
sync-away = { $path } n'est pas là. Clé débranchée, disque non monté ? Vos réponses attendent ici ; réessayez quand il sera revenu.
sync-within = { $path } contient les données de Carabin, ou s'y trouve. Choisissez un autre dossier : une base de données ne se synchronise pas fichier par fichier.
sync-newer = Ce dossier a été préparé par un Carabin plus récent. Mettez Carabin à jour ; d'ici là, rien n'y est touché.
sync-busy = Une synchronisation est déjà en cours.
sync-cancelled = Synchronisation interrompue. Rien n'est perdu ; elle reprendra la prochaine fois.
sync-io = { $path } n'a pas pu être lu ou écrit : { $detail }. Vos réponses attendent ici ; réessayez.
sync-trouble = La dernière synchronisation n'a pas abouti. Vos réponses attendent ici.

sync-status-place = Lieu
sync-status-name = Cet appareil
sync-status-last = Dernière synchronisation
sync-status-never = pas encore
sync-status-waiting = À envoyer
sync-status-events = { $n ->
    [0] rien
    [one] { $n } réponse ou réglage
   *[other] { $n } réponses et réglages
}
sync-status-auto = D'elle-même, au début et à la fin
sync-status-decks = Avec les paquets
sync-status-yes = oui
sync-status-no = non
sync-status-trouble = La dernière fois, elle n'a pas abouti
sync-status-faulty = Fichiers incomplets, à reprendre
sync-when = { $date }, { $time }

home-sync-never = Pas encore synchronisé
home-sync-today = Synchronisé à { $time }
home-sync-on = Synchronisé le { $date }
home-sync-failed = la dernière fois a échoué
home-sync-waiting = { $n } en attente

# While it goes on
progress-sync-receive = Réception
progress-sync-send = Envoi
progress-sync-fetch = Dépôt git
progress-sync-push = Envoi au dépôt git
progress-sync-decks = Paquets
