## Messages of: the full-screen interface.

# Names of keys
keyname-space = Espace
keyname-enter = Entrée
keyname-esc = Échap
keyname-tab = Tab
keyname-backspace = Retour
keyname-page-up = PgPréc
keyname-page-down = PgSuiv
keyname-ctrl = Ctrl-

# What keys do
key-reveal = voir la réponse
key-hint = indice
key-validate = valider
key-tick = cocher
key-up = monter
key-down = descendre
key-option-a = option A
key-option-b = option B
key-option-c = option C
key-option-d = option D
key-option-e = option E
key-give-up = je ne sais pas
key-leave = finir la séance
key-score-none = 0 point
key-score-half = 0,5 point
key-score-full = 1 point
key-accept = continuer
key-again = à revoir
key-hard = difficile
key-good = correct
key-easy = facile
key-undo = annuler
key-edit = modifier
key-note = note
key-suspend = suspendre la carte
key-bury = reporter à demain
key-flag = drapeau
key-scroll-up = défiler vers le haut
key-scroll-down = défiler vers le bas
key-page-up = page précédente
key-page-down = page suivante
key-start = commencer
key-next-view = autre vue
key-ahead = réviser en avance
key-problems = problèmes des paquets
key-quit = quitter
key-home = accueil
key-save = enregistrer
key-cancel = abandonner
key-close = fermer
key-help = aide
key-suspend-program = mettre Carabin en pause (fg pour revenir)
key-redraw = redessiner l'écran
key-interrupt = quitter tout de suite
