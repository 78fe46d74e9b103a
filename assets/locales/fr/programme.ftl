## Le programme : la liste des items et des objectifs.

cli-programme-about = Voir où vous en êtes objectif par objectif, et importer la liste du programme
cli-programme-long = Sans liste importée, les objectifs sont ceux que vos paquets déclarent. Avec elle, ceux que rien ne couvre apparaissent aussi.
cli-programme-more =
    Couvert : au moins une carte qui est posée, ou un dossier. Retenu : quatre
    cartes sur cinq tiennent une semaine ou plus. Fragile : une carte a été oubliée
    ou s'efface. Sur l'écran : la touche o de l'accueil.
cli-programme-arg-json = En JSON, pour les scripts
cli-programme-example = Combien d'objectifs sont couverts, par rang
cli-programme-example-import = Prendre la liste du programme dans un tableau
cli-programme-example-missing = Les objectifs de rang A sur lesquels vous n'avez rien

cli-programme-import-about = Prendre la liste des items et des objectifs dans un tableau
cli-programme-import-long = Ce que devient chaque colonne et ce qui change sont montrés avant que quoi que ce soit soit écrit. La liste remplace la précédente en entier ; vos cartes et votre historique ne sont pas touchés. Elle voyage avec vos paquets (carabin sync).
cli-programme-import-more =
    Un objectif par ligne ; colonnes reconnues, en français ou en anglais, dans
    n'importe quel ordre :
      identifiant (OIC-019-09-A), intitulé, rang, rubrique, item, numéro
      d'objectif, titre de l'item.
    L'identifiant suffit : il dit l'item et le rang. Sans lui, l'item, le numéro et
    le rang le font ; sans numéro, c'est l'ordre des lignes. Une ligne sans rang
    ni objectif donne son titre à l'item. CSV ou TSV, UTF-8 ou Latin-1.
    Carabin ne fournit pas la liste officielle : elle est dans les fiches LiSA de
    l'UNESS (uness.fr), une par objectif, que votre faculté ou votre tutorat ont
    peut-être déjà en tableau.
cli-programme-import-arg-file = Le tableau (.csv, .tsv, .txt)
cli-programme-import-arg-separator = Ce qui sépare les cases : tab, semicolon, comma ou pipe
cli-programme-import-arg-columns = Ce que sont les colonnes, dans l'ordre ; rien entre deux virgules : non lue
cli-programme-import-arg-dry-run = Montrer seulement ce qui serait fait
cli-programme-import-arg-yes = Ne pas demander
cli-programme-import-example = Voir ce qui serait lu, sans rien écrire
cli-programme-import-example-columns = Une liste sans ligne de titres

cli-programme-show-about = Voir les objectifs un par un
cli-programme-show-long = Tous, ou ceux d'un item, ou ceux dont l'intitulé contient ces mots. Pour chacun : où il en est, les cartes vues sur toutes, et la part qui serait sue aujourd'hui.
cli-programme-show-arg-words = Un numéro d'item, un identifiant, ou des mots de l'intitulé
cli-programme-show-arg-rank = Ceux de ce rang seulement
cli-programme-show-arg-missing = Ceux sur lesquels vous n'avez rien
cli-programme-show-arg-weak = Ceux dont une carte a été oubliée ou s'efface
cli-programme-show-arg-unseen = Ceux dont aucune carte n'a encore été vue
cli-programme-show-arg-json = En JSON, pour les scripts
cli-programme-show-example = Les objectifs de l'item 19
cli-programme-show-example-weak = Les objectifs de rang A qui vous échappent
cli-programme-show-example-json = Ceux sur lesquels vous n'avez rien, pour un script

cli-programme-export-about = Écrire la liste importée dans un tableau
cli-programme-export-long = Un CSV que « carabin programme import » relit sans perte, pour la corriger ou la donner.
cli-programme-export-arg-file = Le fichier à écrire
cli-programme-export-example = La liste, pour un tableur ou pour quelqu'un

cli-programme-remove-about = Oublier la liste importée
cli-programme-remove-long = Vos cartes et votre historique restent ; les objectifs sont de nouveau ceux que vos paquets déclarent.
cli-programme-remove-arg-yes = Ne pas demander

# Ce qui est dit
cli-programme-table = { $path } : { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
} ({ $encoding }, séparateur : { $separator })
cli-programme-holds = { $objectives ->
    [one] { $objectives } objectif
   *[other] { $objectives } objectifs
} (rang A : { $a }, rang B : { $b }) ; { $items ->
    [0] aucun titre d'item.
    [one] un titre d'item.
   *[other] { $items } titres d'items.
}
cli-programme-unreadable = Ce qui se trouve à la place du programme est illisible ; ce sera gardé à côté, sous le nom programme.bad.json.
cli-programme-new = Nouveaux : { $n }
cli-programme-gone = Disparus : { $n }
cli-programme-renamed = Autre intitulé : { $n }
cli-programme-ranks = Autre rang : { $n }
cli-programme-rubrics = Autre rubrique : { $n }
cli-programme-items = Titres d'items nouveaux, changés ou disparus : { $n }
cli-programme-and-more = … et { $n } de plus
cli-programme-kept = Programme importé : { $objectives ->
    [one] { $objectives } objectif
   *[other] { $objectives } objectifs
}. Sur lesquels n'avez-vous rien ? carabin programme show --missing --rank A
cli-programme-about-kept = Programme importé le { $date } ({ $from }) : { $objectives ->
    [one] { $objectives } objectif
   *[other] { $objectives } objectifs
}.
cli-programme-none = Aucun programme importé : voici les objectifs que vos paquets déclarent. Pour voir aussi ceux que rien ne couvre : carabin programme import FICHIER
cli-programme-next = Un par un : carabin programme show --missing --rank A ; ou la touche o de l'accueil.
cli-programme-column-rank = { "" }
cli-programme-column-objectives = objectifs
cli-programme-column-covered = couverts
cli-programme-column-retained = retenus
cli-programme-column-weak = fragiles
cli-programme-column-unseen = nouveaux
cli-programme-column-missing = sans carte
cli-programme-exported = { $path } : { $objectives ->
    [one] { $objectives } objectif
   *[other] { $objectives } objectifs
}, titres d'items : { $items }.
cli-programme-remove-ask = Oublier la liste importée ?
cli-programme-stays = La liste reste.
cli-programme-removed = Liste oubliée : les objectifs sont ceux que vos paquets déclarent.

error-no-programme = Aucun programme n'a été importé : carabin programme import FICHIER
error-programme = { $path } est abîmé ou n'est pas un programme. Importez la liste de nouveau (carabin programme import FICHIER), ou oubliez-la (carabin programme remove).
error-programme-newer = { $path } vient d'un Carabin plus récent : mettez celui-ci à jour.

# Ce qui ne va pas dans une liste
programme-no-column = Aucune colonne ne dit de quel objectif il s'agit. Nommez-la « identifiant » ou « item », ou dites ce que sont les colonnes : --columns identifiant,intitulé,rang
programme-no-id = ni identifiant ni item : écrivez par exemple OIC-019-09-A
programme-no-rank = le rang manque : ajoutez A ou B, dans l'identifiant ou dans la colonne du rang
programme-no-number = l'objectif n'a pas de numéro : ajoutez-le dans son identifiant ou dans sa colonne
programme-no-title = la ligne ne dit rien de l'item : ni titre, ni rang, ni objectif
programme-number = « { $value } » n'est pas un numéro d'objectif, de 1 à 999
programme-rank-differs = l'identifiant dit { $id } et la colonne { $rank } : gardez l'un des deux
programme-item-differs = « { $value } » n'est pas de l'item { $item } : corrigez l'un des deux
programme-twice = { $value } est déjà à la ligne { $first } : la première compte, supprimez l'autre
programme-two-ranks = { $value } est à la ligne { $first } avec un autre rang ({ $other }) : la première compte, supprimez celle qui est fausse
programme-item-two-titles = l'item { $item } s'appelle déjà « { $first } » : ce titre-là compte, et non « { $value } »
programme-title-long = le texte dépasse { $most } caractères : ce n'est pas un intitulé

# Où en est un objectif
programme-missing = sans carte
programme-aside = mis de côté
programme-cases = en dossier
programme-unseen = nouveau
programme-weak = fragile
programme-begun = en cours
programme-retained = retenu
programme-item = Item { $item }
programme-covered = { $covered ->
    [one] { $covered } couvert sur { $n }
   *[other] { $covered } couverts sur { $n }
}
programme-other-cards = { $n ->
    [one] { $n } carte sans objectif
   *[other] { $n } cartes sans objectif
}
programme-in-cases = { $n ->
    [one] { $n } dossier
   *[other] { $n } dossiers
}
programme-outside = absent du programme importé
programme-other-rank = de rang { $rank } dans le programme importé
programme-nothing-fits = Aucun objectif ne répond à ces filtres.

# L'écran
programme-title = Programme
programme-tab-all = Tout
programme-tab-missing = Sans carte
programme-tab-weak = Fragiles
programme-tab-unseen = Nouveaux
programme-rank = { $rank } : { $covered ->
    [one] { $covered } couvert
   *[other] { $covered } couverts
} sur { $n }, { $retained ->
    [one] { $retained } retenu
   *[other] { $retained } retenus
}
programme-query = « { $text } »
programme-seen = { $seen ->
    [one] { $seen } carte vue sur { $n }
   *[other] { $seen } cartes vues sur { $n }
}
programme-suspended = { $n ->
    [one] { $n } carte suspendue
   *[other] { $n } cartes suspendues
}
programme-retained-n = { $n ->
    [one] { $n } retenu
   *[other] { $n } retenus
}
programme-declared = déclaré par vos paquets ; la liste entière : carabin programme import FICHIER
programme-empty = Aucun objectif : vos paquets n'en déclarent pas, et aucune liste n'a été importée. carabin programme import FICHIER
programme-no-card = Aucune carte ici : écrivez-en (carabin deck new), ou tirez-en de la fiche LiSA (carabin import lisa FICHE).
programme-all-aside = Toutes ses cartes sont suspendues : r les reprend à partir de demain.
key-programme = programme
key-fold = ouvrir
key-fold-all = tout ouvrir ou fermer
key-unfold = ouvrir l'item
key-fold-up = fermer l'item
keys-programme = Programme

# En lignes
plain-programme-rank = Rang { $rank }, objectifs couverts : { $covered } sur { $n }, retenus : { $retained }, fragiles : { $weak }, sans carte : { $missing }.
plain-programme-how = « programme 19 » dit les objectifs de l'item 19, « programme sans carte A », « programme fragiles » ou « programme diabète » ceux qui y répondent.
plain-programme-more = … et { $n } de plus ; précisez l'item ou un mot.
plain-word-programme = où en est chaque rang ; avec un item, un mot, « sans carte » ou « fragiles », les objectifs
cli-stats-programme = Programme
