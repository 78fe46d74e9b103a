## What is said about a typed answer, beside the verdict.

grade-remark-accents = Seuls les accents diffèrent.
grade-remark-spelling = L'orthographe diffère un peu.
grade-remark-unit-missing = Il manque l'unité.
grade-remark-acronym = Le sigle d'un côté, les mots de l'autre.
grade-remark-ambiguous-acronym = Ce sigle a plusieurs sens.
grade-remark-less-precise = C'est moins précis que la réponse attendue.
grade-remark-word-order = Les mots sont dans un autre ordre.
grade-remark-missing-words = Il manque des mots.
grade-remark-extra-words = Il y a des mots en plus.
grade-remark-confusable = À ne pas confondre : { $typed } et { $expected }.
grade-remark-negation = L'une dit oui, l'autre non.
grade-remark-number = Ce n'est pas le bon nombre.
grade-remark-unit = Ce n'est pas la bonne unité.
grade-remark-expansion-wanted = Le sigle ne suffit pas : la question demande ce qu'il veut dire.
grade-remark-acronym-wanted = La question demande le sigle.
grade-remark-hedged = Plusieurs réponses à la fois, et pas toutes justes.
