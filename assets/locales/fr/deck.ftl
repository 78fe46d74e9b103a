## What is wrong with a deck, and the remedy.
## A message is named after the code of its diagnostic; what follows it with -help is the remedy.

# The words around a message.

deck-word-error = erreur
deck-word-warning = attention
deck-word-help = aide{"\u00A0"}
deck-first-here = d'abord ici
deck-here-it-is = cette carte le porte
deck-too-many-mistakes = {$limit} erreurs sont montrées, le reste est omis

# The file as a whole.

deck-file-too-large = ce fichier dépasse {$limit} Mio
deck-file-too-large-help = partagez-le en plusieurs paquets ; les images restent dans leurs propres fichiers
deck-empty-file = ce fichier ne contient pas de paquet
deck-empty-file-help = commencez par `format: 1`, `deck: mon-paquet`, `title: …`, `language: fr`, puis `cards:`
deck-not-utf-8 = ce fichier n'est pas en UTF-8 : « {$letter} » y est écrit par l'octet {$byte}
deck-not-text = ce fichier n'est pas en UTF-8 : l'octet {$byte} n'est pas une lettre
deck-utf-16 = ce fichier est en UTF-16
deck-utf-8-help = enregistrez-le à nouveau avec l'encodage UTF-8 (souvent : Enregistrer sous, puis Encodage)
deck-several-documents = un second document commence ici
deck-several-documents-help = un fichier est un paquet : supprimez cette ligne, ou déplacez la suite dans un autre fichier
deck-too-deep = plus de {$limit} niveaux sont imbriqués
deck-too-deep-help = vérifiez les crochets et les retraits : un paquet a besoin de sept niveaux
deck-alias-explosion = les alias de ce fichier ajoutent plus de {$limit} valeurs
deck-alias-in-itself = cet alias se trouve dans ce qu'il désigne
deck-alias-help = écrivez la valeur en toutes lettres à la place de l'alias

# The writing: quotes, colons, brackets, indentation.

deck-syntax = YAML ne sait pas lire ceci ({$info})
deck-syntax-help = vérifiez les guillemets, les crochets et le retrait juste avant cet endroit
deck-colon = « {$key} » est pris pour une clé, à cause du deux-points qui suit
deck-special-start = un texte qui commence par `{$mark}` a besoin de guillemets droits
deck-comment-inside = le texte continue après un `#`, qui ouvre un commentaire
deck-quotes-help = mettez le texte entre guillemets droits (`carabin deck check --fix` le fait)
deck-comment-in-text = `{$text}` est lu comme un commentaire, pas comme la fin du texte
deck-comment-in-text-help = mettez le texte entre guillemets droits pour le garder, ou une espace après le `#` si c'est un commentaire
deck-after-quote = le texte continue après son guillemet fermant
deck-after-quote-help = entourez le texte de l'autre sorte de guillemets droits, ou écrivez « … » à l'intérieur
deck-after-quote-mend = mettez tout le texte entre guillemets droits (`carabin deck check --fix` le fait)
deck-apostrophe = l'apostrophe termine ce texte, écrit entre guillemets simples
deck-apostrophe-help = prenez des guillemets doubles (`carabin deck check --fix` le fait)
deck-unclosed-quote = le guillemet {$mark} s'ouvre ici et ne se ferme jamais
deck-unclosed-quote-help = fermez-le à la fin du texte, ou supprimez-le
deck-bad-escape = `{$text}` ne veut rien dire entre guillemets doubles
deck-bad-escape-help = doublez la barre oblique inverse, ou mettez le texte entre guillemets simples
deck-brackets = ce qui s'est ouvert par `{$mark}` n'est plus lisible à partir d'ici
deck-brackets-help = fermez chaque crochet, séparez par des virgules, et mettez entre guillemets droits un texte qui contient , : [ ] ou une accolade
deck-indentation = cette ligne est en retrait de {$found} au lieu de {$expected}
deck-indentation-help = alignez-la avec les lignes auxquelles elle appartient
deck-tab = une ligne commence par une tabulation, ce que YAML interdit
deck-tab-help = écrivez des espaces ; tabulations dans ce fichier : {$count} (`carabin deck check --fix` les remplace)
deck-tab-inside = YAML interdit une tabulation ici
deck-tab-inside-help = écrivez une espace à la place
deck-no-space = `{$key}:` demande une espace après le deux-points
deck-no-space-help = écrivez `{$key}: …` (`carabin deck check --fix` le fait)
deck-no-colon = `{$key}` n'a pas de deux-points
deck-no-colon-help = écrivez `{$key}: …`, ou décalez la ligne si elle continue le texte du dessus
deck-stray-line = cette ligne n'est ni une clé ni la suite de ce qui précède
deck-stray-line-help = décalez-la plus que ce qu'elle continue, ou commencez-la par une clé
deck-control-character = un caractère invisible se trouve ici
deck-control-character-help = supprimez-le ; la plupart des éditeurs savent montrer les caractères invisibles
deck-unsafe-text = ce texte contient des caractères invisibles, qui sont omis
deck-unsafe-text-help = supprimez-les ; la plupart des éditeurs savent les montrer

# Keys.

deck-unknown-key =
    { $place ->
        [deck] un paquet n'a pas de clé `{$key}`
        [card] une carte n'a pas de clé `{$key}`
        [option] une option n'a pas de clé `{$key}`
        [objective] un objectif n'a pas de clé `{$key}`
        [source] une source n'a pas de clé `{$key}`
        [sources] la liste des sources n'a pas de clé `{$key}`
        [image] une image n'a pas de clé `{$key}`
        [area] une zone n'a pas de clé `{$key}`
        [article] un article n'a pas de clé `{$key}`
        [tcs-question] une question de TCS n'a pas de clé `{$key}`
       *[other] une `{$place}` n'a pas de clé `{$key}`
    }
deck-unknown-key-near = vouliez-vous écrire `{$near}` ?
deck-unknown-key-list = ses clés sont {$known}
deck-unknown-key-card = une remarque pour l'étudiant va sous `note`, une remarque pour vous dans un commentaire après `#`
deck-unknown-near = vouliez-vous écrire `{$near}` ?
deck-missing-key =
    { $place ->
        [deck] ce paquet n'a pas de `{$key}`
        [card] cette carte n'a pas de `{$key}`
        [option] cette option n'a pas de `{$key}`
        [objective] cet objectif n'a pas de `{$key}`
        [source] cette source n'a pas de `{$key}`
        [image] cette image n'a pas de `{$key}`
        [area] cette zone n'a pas de `{$key}`
        [article] cet article n'a pas de `{$key}`
        [tcs-question] cette question n'a pas de `{$key}`
       *[other] cette carte `{$place}` n'a pas de `{$key}`
    }
deck-missing-key-help =
    { $key ->
        [format] ajoutez la ligne `format: 1`
        [deck] ajoutez un nom qui ne changera pas, comme `deck: edn-019-mon-theme`
        [language] ajoutez la langue des cartes : `language: fr` ou `language: en`
        [cards] ajoutez `cards:` et, dessous, la première carte : `- q: …`
        [options] ajoutez `options:` et, dessous, des lignes comme `- correct: …` et `- wrong: …`
        [answers] ajoutez les réponses qui valent un point : `answers: [ … ]`
        [items] ajoutez ce qu'il faut citer : `items: [ … ]`
        [zones] ajoutez `zones:` et, dessous, chaque endroit : `- {"{"} label: …, rect: [10, 20, 30, 15] {"}"}`
        [questions] ajoutez `questions:` et, dessous, une ligne `- …` pour chacune
        [votes] ajoutez ce que les experts ont choisi : `votes: {"{"} -2: 0, -1: 9, 0: 7, 1: 3, 2: 0 {"}"}`
       *[other] ajoutez la ligne `{$key}: …`
    }
deck-key-twice = `{$key}` est écrit deux fois
deck-key-twice-help = gardez l'une des deux lignes
deck-key-not-text = une clé doit être un mot
deck-key-not-text-help = écrivez `clé: valeur` ; un texte qui commence par une accolade, un crochet ou un point d'interrogation a besoin de guillemets droits
deck-merge-key = `<<` ne fait pas partie du format
deck-merge-key-help = mettez ce que toutes les cartes partagent sous `defaults:`
deck-not-a-record =
    { $place ->
        [deck] un paquet s'écrit par lignes `clé: valeur`
        [card] une carte s'écrit par lignes `clé: valeur`
        [option] une option s'écrit `- correct: …` ou `- wrong: …`
        [objective] un objectif s'écrit `- id: OIC-019-09-A`
        [source] une source s'écrit par lignes `clé: valeur`
        [sources] `sources` s'écrit par lignes `clé: titre`
        [image] une image s'écrit par son chemin, ou par lignes `clé: valeur`
        [area] une zone s'écrit par lignes `clé: valeur`
        [article] un article s'écrit par lignes `clé: valeur`
        [tcs-question] une question s'écrit par lignes `clé: valeur`
       *[other] ceci s'écrit par lignes `clé: valeur`
    }
deck-not-a-record-help =
    { $place ->
        [deck] commencez par `format: 1`, `deck: mon-paquet`, `title: …`, `language: fr`, puis `cards:`
        [card] écrivez `- q: …` et, dessous, aligné avec le q, `a: …`
        [option] mettez `correct:` ou `wrong:` devant le texte
        [objective] mettez `id:` devant
        [image] écrivez `image: {"{"} file: media/…, alt: … {"}"}`
        [area] écrivez `- {"{"} label: …, rect: [10, 20, 30, 15] {"}"}`
        [article] écrivez `article: {"{"} file: media/article.md, title: … {"}"}`
        [tcs-question] écrivez `- hypothesis: …` et, dessous, `finding: …` et `votes: …`
       *[other] écrivez `clé: valeur`
    }
deck-sources-help = écrivez chacune sur sa ligne : `ma-source: Son titre`

# Values.

deck-empty = `{$key}` est vide
deck-empty-help = écrivez quelque chose après le deux-points
deck-empty-optional = `{$key}` est vide
deck-empty-optional-help = écrivez quelque chose après le deux-points, ou supprimez la ligne
deck-null = `{$text}` veut dire « rien » pour YAML
deck-null-help = mettez-le entre guillemets droits si c'est le mot lui-même
deck-not-a-text =
    { $found ->
        [list] `{$key}` est un texte, et voici une liste
       *[other] `{$key}` est un texte, et voici d'autres clés
    }
deck-not-a-text-help = écrivez le texte derrière `{$key}:`, entre guillemets droits s'il contient un deux-points
deck-not-yes-no = `{$text}` n'est ni `true` ni `false`
deck-not-yes-no-help = écrivez `{$key}: true` ou `{$key}: false`
deck-not-a-number = `{$text}` n'est pas un nombre pour `{$key}`
deck-whole-help = écrivez un nombre entier en chiffres, comme 19
deck-not-numbers = `{$key}` est une liste de nombres
deck-numbers-help = écrivez des nombres avec un point décimal, comme `[10, 20.5, 30, 15]`
deck-points-help = écrivez les sommets, comme `[[10, 10], [40, 10], [25, 60]]`
deck-decimal-comma = `{$text}` fait deux réponses pour YAML
deck-decimal-comma-help = mettez des guillemets droits si c'est un seul nombre (`carabin deck check --fix` le fait), ou une espace après la virgule s'il y en a deux
deck-not-a-date = `{$text}` n'est pas une date
deck-not-a-date-help = écrivez année-mois-jour, comme `2025-09-30`
deck-dates-crossed = ceci finirait le {$to}, avant de commencer le {$from}
deck-dates-crossed-help = échangez `as_of` et `until`, ou corrigez l'année

# The head of a deck.

deck-bad-format = il n'y a pas de format 0
deck-bad-format-help = écrivez `format: 1`
deck-newer-format = ce paquet est au format {$format}, que ce Carabin ne connaît pas encore
deck-newer-format-help = mettez Carabin à jour ; d'ici là, le paquet est laissé de côté
deck-bad-deck-id = `{$text}` ne peut pas être le nom d'un paquet
deck-bad-deck-id-help = prenez des minuscules sans accent, des chiffres et des traits d'union, comme `{$near}`
deck-bad-language = `{$text}` n'est pas le code d'une langue
deck-bad-language-help = écrivez `fr`, `en`, ou un code comme `fr-BE`
deck-bad-item = le programme n'a pas d'item `{$text}`
deck-bad-item-help = les items vont de 1 à {$last}
deck-bad-objective = `{$text}` n'est pas l'identifiant d'un objectif
deck-bad-objective-item = `{$text}` désigne un item hors de 1 à {$last}
deck-bad-objective-rank = `{$text}` ne finit pas par un rang, A ou B
deck-bad-objective-help = écrivez-le comme dans la liste nationale : `OIC-019-09-A` est l'item 19, l'objectif 9, le rang A
deck-objective-twice = l'objectif {$id} est déclaré deux fois
deck-objective-twice-help = gardez l'une des deux déclarations
deck-bad-url = `{$text}` n'est pas l'adresse d'une page
deck-bad-url-help = une adresse commence par https://
deck-not-a-default = `{$key}` ne peut pas être une valeur par défaut
deck-not-a-default-help = écrivez-le sur chaque carte qui en a besoin
deck-was-itself = `{$id}` est le nom actuel du paquet
deck-was-itself-help = sous `was:` vont les anciens noms : supprimez celui-ci
deck-no-cards = ce paquet n'a pas encore de carte
deck-no-cards-help = ajoutez la première sous `cards:`, avec `- q: …` et, dessous, `a: …`
deck-cards-not-a-list = `cards` est une liste de cartes
deck-cards-not-a-list-help = commencez chaque carte par un trait d'union et une espace : `- q: …`
deck-too-many-cards = ce paquet a plus de {$limit} cartes ; à partir d'ici elles sont laissées de côté
deck-too-many-cards-help = partagez-le en plusieurs paquets

# What every card may carry.

deck-bad-id = `{$text}` ne peut pas être un identifiant
deck-bad-id-help = prenez des lettres sans accent, des chiffres et - _ . : sans espace, comme `{$near}`
deck-id-twice = l'identifiant `{$id}` sert deux fois dans ce paquet
deck-id-twice-help = donnez-en un autre à cette carte : son calendrier y est attaché
deck-card-twice = cette carte est deux fois dans ce paquet
deck-card-twice-help = supprimez l'une des deux, ou donnez à chacune un `id`
deck-bad-was = `{$text}` ne peut pas être l'ancien nom d'une carte
deck-bad-was-help = écrivez son ancien identifiant, ou `paquet/identifiant` si elle vient d'un autre paquet
deck-was-alive = `{$id}` est encore le nom d'une carte
deck-was-alive-help = sous `was:` vont des noms qu'aucune carte ne porte plus
deck-unknown-objective = l'objectif {$id} n'est pas déclaré dans ce paquet
deck-unknown-objective-help = ajoutez-le sous `objectives:` dans l'en-tête : `- id: {$id}`
deck-unknown-source = la source `{$key}` n'est pas déclarée dans ce paquet
deck-unknown-source-help = ajoutez-la sous `sources:` dans l'en-tête, avec son titre
deck-bad-rank = il n'y a pas de rang `{$text}`
deck-bad-rank-help = écrivez `A` ou `B`
deck-rank-ignored = l'objectif {$objective} donne déjà le rang
deck-rank-ignored-help = supprimez `rank` ; pour vous passer de l'objectif, écrivez `objective: []`
deck-bad-situation = il n'y a pas de telle situation de départ
deck-bad-situation-help = les situations de départ vont de 1 à {$last}
deck-bad-tag = l'étiquette `{$text}` a un niveau vide
deck-bad-tag-help = écrivez un mot de chaque côté de ::, comme `cardio::rythme`
deck-no-alt = cette image n'a pas de description
deck-no-alt-help = ajoutez `alt: …` : ce que montre l'image, pour qui ne la voit pas
deck-alt-alone = `alt` décrit une image, et cette carte n'en a pas
deck-alt-alone-help = ajoutez `image: …`, ou supprimez la ligne
deck-alt-outside = `alt` va ici à l'intérieur de `image`
deck-alt-outside-help = écrivez `image: {"{"} file: …, alt: … {"}"}`
deck-no-file = il n'y a pas de fichier `{$file}` à côté de ce paquet
deck-no-file-help = mettez-le là, ou corrigez son chemin : les majuscules comptent
deck-picture-huge = l'image `{$file}` est trop grande pour être affichée
deck-picture-huge-help = réduisez-la : 20 Mo et 50 millions de pixels au plus, 16 384 pixels de côté
deck-picture-unsupported = `{$file}` n'est pas une image d'un type connu
deck-picture-unsupported-help = enregistrez-la en PNG, JPEG, WebP ou GIF
deck-picture-broken = l'image `{$file}` est abîmée
deck-picture-broken-help = exportez-la ou copiez-la de nouveau ; d'ici là, son texte est montré à sa place
deck-file-outside = `{$file}` sort du dossier du paquet
deck-file-outside-help = copiez le fichier dans le dossier du paquet et écrivez son chemin à partir de là, comme `media/coeur.png`

# The kinds of card.

deck-no-kind = cette carte ne demande rien
deck-no-kind-help = écrivez sa question sous l'une des clés `q`, `cloze`, `qru`, `qrm`, `qrp`, `qroc`, `list`, `tcs`, `zone`, `mask`, `case`, `kfp` ou `article`
deck-two-kinds = une carte ne peut pas être à la fois `{$first}` et `{$second}`
deck-two-kinds-help = faites-en deux cartes : commencez la seconde par `- `
deck-key-of-another-kind = une carte `{$kind}` n'a pas de `{$key}`
deck-key-of-another-kind-help = `{$key}` va avec {$owners}
deck-key-not-here = `{$key}` n'a pas sa place ici
deck-key-not-here-help = supprimez la ligne
deck-cloze-no-blank = rien n'est caché dans ce texte
deck-cloze-no-blank-help = entourez de {"{{"} et {"}}"} ce qu'il faut retrouver
deck-cloze-open = ce trou s'ouvre et ne se ferme jamais
deck-cloze-open-help = mettez {"}}"} là où il finit
deck-cloze-empty = ce trou ne cache rien
deck-cloze-empty-help = écrivez d'abord ce qui est caché, puis l'indice : {"{{"}cœur::un organe{"}}"}
deck-cloze-deep = plus de {$limit} trous sont emboîtés
deck-cloze-deep-help = fermez les trous, ou faites plusieurs cartes de ce texte
deck-options-not-a-list = `options` est une liste d'options
deck-options-help = commencez chacune sur sa ligne, par `- correct: …` ou `- wrong: …`
deck-option-no-verdict = cette option ne dit pas si elle est juste
deck-option-no-verdict-help = écrivez `- correct: …` ou `- wrong: …`
deck-option-two-verdicts = deux options sont écrites en une
deck-option-two-verdicts-help = commencez celle-ci par `- `
deck-too-few-options = moins de deux options ne laissent pas le choix
deck-too-few-options-help = ajoutez des options : `- wrong: …`
deck-no-right-option = aucune option n'est juste
deck-no-right-option-help = écrivez `correct:` devant une qui l'est
deck-option-twice = deux options disent la même chose : « {$text} »
deck-option-twice-help = changez ou supprimez l'une des deux
deck-two-right-options = une `qru` a une seule option juste, et en voici une de plus
deck-two-right-options-help = écrivez `wrong:` ici, ou faites de la carte une `qrm`
deck-qrm-one-right = une seule option est juste, et les QRM de l'épreuve en ont au moins deux
deck-qrm-one-right-help = faites de la carte une `qru`, ou ajoutez une option juste
deck-qrp-count = {$count} options, et les QRP de l'épreuve en ont 5 au plus, ou de 10 à 25
deck-qrp-count-help = ajoutez ou retirez des options ; d'ici là, la carte est posée telle quelle
deck-long-qrp-plain = à partir de dix options, une `qrp` n'a pas de `{$key}`
deck-long-qrp-plain-help = écrivez `{$plain}:`
deck-long-answer = {$words} mots, et les réponses à rédiger de l'épreuve en ont cinq au plus
deck-long-answer-help = ajoutez une réponse plus courte, ou posez la question avec `q` et `a`
deck-answer-twice = `{$text}` est écrit deux fois
deck-answer-twice-help = supprimez l'un des deux
deck-list-of-one = une liste d'un seul élément
deck-list-of-one-help = ajoutez des éléments, ou posez la question avec `qroc`
deck-questions-not-a-list = `questions` est une liste de questions
deck-questions-help = commencez chacune par un trait d'union et une espace : `- qru: …`
deck-question-id-twice = l'identifiant `{$id}` sert deux fois dans cette carte
deck-question-id-twice-help = donnez un autre identifiant à cette question
deck-question-kind = une `{$kind}` ne peut pas être une question dans une carte
deck-question-kind-help = prenez `qru`, `qrm`, `qrp`, `qroc`, `list` ou `zone`
deck-tcs-count = questions : {$count}, et les TCS de l'épreuve en ont trois
deck-tcs-count-help = ajoutez ou retirez des questions ; d'ici là, la carte est posée telle quelle
deck-not-votes = `{$key}` dit combien d'experts ont choisi chaque note
deck-no-votes = personne n'a voté
deck-bad-vote = `{$text}` n'est pas une note de -2 à 2
deck-votes-help = écrivez combien d'experts ont choisi chacune : `votes: {"{"} -2: 0, -1: 9, 0: 7, 1: 3, 2: 0 {"}"}`
deck-zone-two-grounds = on pointe sur une image ou dans un texte, pas les deux
deck-zone-no-ground = il n'y a rien à pointer
deck-zone-ground-help = donnez `image:` et `zones:`, ou `text:` avec [[ et ]] autour de ce qu'il faut trouver
deck-zone-count = zones : {$count}, et l'épreuve en demande une à cinq
deck-zone-count-help = faites-en plusieurs cartes ; d'ici là, la carte est posée telle quelle
deck-zones-not-a-list = `{$key}` est une liste de zones
deck-zones-help = commencez chacune par `- ` : `- {"{"} label: …, rect: [10, 20, 30, 15] {"}"}`
deck-mask-too-many = cette image a trop de caches
deck-mask-too-many-help = gardez-en {$limit} au plus, et {$corners} sommets pour tous ensemble
deck-area-no-outline = cette zone n'a pas de contour
deck-area-two-outlines = cette zone a deux contours
deck-area-form = ces nombres ne font pas un contour
deck-area-outside = cette zone sort de son image
deck-area-help = écrivez `rect: [gauche, haut, largeur, hauteur]`, `circle: [x, y, rayon]` ou `polygon: [[x, y], …]`, en pour cent de l'image
deck-no-mark = rien n'est marqué dans ce texte
deck-mark-open = cette marque s'ouvre et ne se ferme jamais
deck-mark-empty = cette marque ne contient rien
deck-marks-help = entourez de [[ et ]] ce qu'il faut trouver
deck-article-form = un article, c'est son fichier et son titre
deck-article-form-help = écrivez `article: {"{"} file: media/article.md, title: … {"}"}`
deck-article-empty = `{$file}` est vide
deck-article-empty-help = écrivez-y l'article, en Markdown
deck-article-not-text = `{$file}` n'est pas un texte lisible
deck-article-not-text-help = un article est un fichier Markdown en UTF-8
deck-article-kind = l'épreuve ne pose que des `qru` et des `qrm` sur un article
deck-article-kind-help = changez sa forme ; d'ici là, elle est posée telle quelle
deck-case-count = questions : {$count}, et les dossiers de l'épreuve en ont de 3 à 8
deck-case-count-help = ajoutez ou retirez des questions ; d'ici là, la carte est posée telle quelle
deck-kfp-count = les KFP de l'épreuve ont trois questions : une `qroc`, une `qrp` d'au moins dix options, et une libre
deck-kfp-count-help = complétez-le ; d'ici là, la carte est posée telle quelle
