## The screens, the plain mode and the command line.

app-name = Carabin

delay-less-than-a-minute = <1 min
delay-minutes = { $n } min
delay-hours = { $n } h
delay-days = { $n } j
delay-months = { $n } mois
delay-years = { $plural ->
    [one] { $n } an
   *[other] { $n } ans
}
spent-seconds = { $n } s
spent-minutes = { $n } min
spent-hours = { $hours } h { $minutes }

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

# Errors
error-broken = Carabin s'est arrêté à cause d'une erreur interne. Vos réponses sont enregistrées. Le détail est dans { $log }
error-no-home = Aucun dossier personnel n'est connu. Indiquez-en un avec CARABIN_HOME.
error-folder = Le dossier { $path } n'a pas pu être créé : { $detail }. Indiquez un autre dossier avec CARABIN_HOME.
error-no-deck = Il n'y a pas de paquet « { $deck } ». La liste : carabin deck list
error-no-card = Il n'y a pas de carte « { $card } ». Une carte s'écrit PAQUET/ID.
error-no-editor = Aucun éditeur n'a été trouvé. Choisissez-en un par la variable EDITOR, ou par « editor » dans config.toml.
error-editor = L'éditeur « { $editor } » a échoué : { $detail }
error-setting-unknown = Il n'y a pas de réglage « { $name } ». La liste : carabin set
error-setting-value = « { $value } » ne convient pas à { $name } : { $expected }
config-unreadable = config.toml n'a pas pu être lu : { $reason }
config-syntax = config.toml n'est pas du TOML : { $reason }
config-unknown-key = config.toml : « { $key } » n'est pas un réglage.
config-unknown-key-nearest = config.toml : « { $key } » n'est pas un réglage. Peut-être « { $nearest } » ?
config-value = config.toml : la valeur de « { $key } » ne convient pas. Attendu : { $expected }
keys-unknown = config.toml : aucune touche ne s'appelle « { $name } ».
keys-unknown-nearest = config.toml : aucune touche ne s'appelle « { $name } ». Peut-être « { $nearest } » ?
keys-no-key = config.toml : « { $key } » n'est pas une touche.

# What just happened
card-recognised = Carte reconnue malgré son nouveau texte : { $card } garde son historique.
card-suspended = Carte suspendue.
card-buried = Carte reportée à demain.
card-flagged = { $flag ->
    [0] Drapeau enlevé.
   *[other] Drapeau { $flag }.
}
card-edited = Paquet relu.
card-gone = Cette carte n'est plus dans le paquet, ou a des erreurs.
note-saved = Note enregistrée.
undone = Annulé.
undone-card = Annulé : { $card }
undo-nothing = Il n'y a rien à annuler.

# Problems of decks
problems-title = Ce qui ne va pas dans les paquets
problems-none = Tout va bien.
