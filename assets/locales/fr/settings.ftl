## Les réglages de révision : leurs noms, ce qu'ils font, ce qu'ils acceptent.

settings-title = Réglages
settings-shared = les mêmes sur tous vos appareils
settings-exam = L'examen
settings-day = La journée
settings-memory = La mémoire
settings-default = Par défaut : { $default }.
settings-named = { $name } : { $value }
settings-kept = Enregistré.
settings-unchanged = { $name } : c'était déjà { $value }.
settings-no-choice = Ce réglage s'écrit : Entrée.
settings-undone = Annulé. { $name } : { $value }
settings-nothing-to-undo = Rien n'a été changé ici depuis que cet écran est ouvert.

setting-exam-date = Date de l'examen
setting-exam-date-about = Jusque-là, les nouvelles cartes sont réparties pour être toutes vues dans les premiers 70 % des jours, au-delà de la limite du jour s'il le faut ; la fin est gardée pour réviser.
setting-exam-date-takes = Une date à venir, par exemple 18/10/2027. Une ligne vide l'enlève.
setting-exam-reviews = Les épreuves blanches comptent
setting-exam-reviews-about = Les réponses d'une épreuve blanche comptent comme des révisions, toutes ou aucune.
setting-exam-reviews-takes = all (toutes) ou none (aucune).
setting-new-per-day = Nouvelles cartes par jour
setting-new-per-day-about = Les autres attendent le lendemain. Plus il y en a, plus il y aura à revoir les jours suivants.
setting-new-per-day-takes = De 0 à 9999.
setting-reviews-per-day = Révisions par jour
setting-reviews-per-day-about = Au-delà, ce qui peut attendre attend : ce qui s'oublie le plus vite passe d'abord.
setting-reviews-per-day-takes = De 0 à 9999.
setting-cap = Plafond de la journée
setting-cap-about = Une limite pour les nouvelles cartes et les révisions ensemble : pas de montagne de cartes après une absence.
setting-cap-takes = Un nombre de cartes, par exemple 40, ou de minutes, par exemple 30min. Une ligne vide : aucun plafond.
setting-rank-a-first = Le rang A d'abord
setting-rank-a-first-about = Les cartes de rang A passent avant toutes les autres.
setting-rank-a-first-takes = true (oui) ou false (non).
setting-weekdays = Jours de la semaine
setting-weekdays-about = La part du travail habituel que vous faites chaque jour. À 0, rien n'est demandé ce jour-là, et les cartes sont réparties autour.
setting-weekdays-takes = Sept parts en pour cent, du lundi au dimanche, par exemple 100 100 100 100 100 50 0.
setting-pauses = Pauses
setting-pauses-about = Des jours où rien n'est demandé, sans interrompre la série de jours.
setting-pauses-takes = Le premier et le dernier jour, par exemple 24/12/2026..02/01/2027 ; plusieurs pauses sont séparées par une espace. Une ligne vide les enlève.
setting-rollover = Début de la journée
setting-rollover-about = Ce qui est révisé après minuit, avant cette heure, compte pour la veille.
setting-rollover-takes = Une heure, de 0 à 23.
setting-languages = Langues des paquets
setting-languages-about = Les paquets d'une autre langue ne sont pas demandés.
setting-languages-takes = Des codes de langues, par exemple fr en. Une ligne vide : la langue de l'interface.
setting-retention = Rétention visée
setting-retention-about = La part des révisions que vous voulez réussir. Plus elle est haute, plus chaque carte revient souvent.
setting-retention-takes = De 70 % à 99 %.
setting-learning-steps = Étapes d'une nouvelle carte
setting-learning-steps-about = Les délais après lesquels elle revient le premier jour, avant d'attendre des jours entiers.
setting-learning-steps-takes = Des délais en s, m, h ou d (secondes à jours), par exemple 1m 10m. Une ligne vide : aucune étape.
setting-relearning-steps = Étapes d'une carte oubliée
setting-relearning-steps-about = Les délais après lesquels une carte oubliée revient le même jour.
setting-relearning-steps-takes = Des délais en s, m, h ou d (secondes à jours), par exemple 10m. Une ligne vide : aucune étape.
setting-learn-ahead = Avance sur les étapes
setting-learn-ahead-about = Quand il ne reste que des cartes en cours d'apprentissage, elles peuvent revenir d'autant avant leur heure.
setting-learn-ahead-takes = Des minutes, de 0 à 1440.
setting-maximum-interval = Intervalle le plus long
setting-maximum-interval-about = Même bien sue, aucune carte n'attend plus longtemps entre deux révisions.
setting-maximum-interval-takes = Des jours, de 1 à 36500.
setting-new-order = Ordre des nouvelles cartes
setting-new-order-about = Mêlées : de tous les paquets à la fois, et deux cartes voisines dans un fichier ne se suivent pas, pour que l'une ne souffle pas l'autre. Sinon, comme dans les fichiers, un paquet après l'autre.
setting-new-order-takes = mixed (mêlées) ou file (comme dans les fichiers).
setting-siblings = Parties d'une même carte
setting-siblings-about = Les trous d'un texte ou les deux sens d'une question : à des jours différents, pour que l'une ne souffle pas l'autre, ou le même jour.
setting-siblings-takes = apart (des jours différents) ou together (le même jour).
setting-leech-threshold = Oublis d'une carte tenace
setting-leech-threshold-about = Une carte oubliée si souvent est suspendue : mieux vaut la reformuler.
setting-leech-threshold-takes = De 2 à 99.
setting-fuzz = Échéances étalées
setting-fuzz-about = Déplace un peu chaque échéance, pour que les cartes apprises ensemble ne reviennent pas toutes le même jour.
setting-fuzz-takes = true (oui) ou false (non).
setting-parameters = Paramètres de FSRS
setting-parameters-about = Les 21 nombres avec lesquels FSRS-6 prédit votre mémoire. Ceux d'Anki viennent avec un import ; sinon, gardez ceux d'origine.
setting-parameters-takes = 21 nombres séparés par des espaces. Une ligne vide : ceux d'origine.

value-yes = oui
value-no = non
value-no-exam = aucune
value-exam = { $date }, { $days ->
    [0] aujourd'hui
    [one] demain
   *[other] dans { $days } jours
}
value-exam-over = { $date } (passé)
value-no-card = aucune
value-no-cap = aucun
value-cap-cards = { $n ->
    [one] 1 carte
   *[other] { $n } cartes
}
value-every-day = tous en entier
value-day = { $day } { $share }
value-no-pause = aucune
value-pause = du { $from } au { $to }
value-pauses = { $n } pauses
value-own-language = celle de l'interface
value-no-step = aucune
value-mixed = mêlées
value-file = comme dans les fichiers
value-apart = jours différents
value-together = même jour
value-leech = { $n } oublis
value-own-parameters = les vôtres
value-original = ceux d'origine
value-days = { $n ->
    [one] 1 jour
   *[other] { $n } jours
}
value-years = { $n ->
    [one] 1 an
   *[other] { $n } ans
}

key-settings = réglages
key-setting-change = changer
key-setting-next = valeur suivante
key-setting-previous = valeur précédente
key-setting-default = par défaut
keys-settings = Réglages
