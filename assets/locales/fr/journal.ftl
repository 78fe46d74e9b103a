# L'historique des révisions : ce qui peut mal se passer, et ce qu'il faut savoir.

journal-newer = Cet historique a été écrit par un Carabin plus récent (format { $found } ; celui-ci connaît jusqu'au format { $known }). Rien n'a été modifié. Mettez Carabin à jour pour continuer à réviser ; d'ici là, l'historique ne peut qu'être lu.
journal-not-a-journal = Ce fichier n'est pas un historique de Carabin. Il a été laissé tel quel. « carabin doctor » dit ce qu'on peut faire.
journal-damaged = L'historique est endommagé : { $reason }. Rien n'a été modifié. Restaurez une sauvegarde, ou laissez « carabin doctor » y regarder.
journal-busy = Un autre Carabin écrit dans l'historique et ne le lâche pas. Fermez-le, puis réessayez.
journal-full = Le disque est plein : ceci n'a pas pu être gardé. Faites un peu de place, puis réessayez ; rien d'autre n'est perdu.
journal-unwritten = Le système a refusé d'écrire dans l'historique ({ $reason }) : disque plein, quota atteint, ou disque qui faiblit. Rien n'a été écrit à moitié. Faites de la place, puis réessayez.
journal-read-only = L'historique ne peut pas être écrit : le fichier ou son dossier est en lecture seule. Rendez-les modifiables (chmod u+w), puis réessayez ; rien de ce qui est gardé n'est perdu.
journal-open = L'historique { $path } n'a pas pu être ouvert : { $reason }.
journal-io = La lecture ou l'écriture de l'historique a échoué : { $reason }. Rien n'a été écrit à moitié ; réessayez.
journal-no-such-event = Il n'y a pas d'événement { $id } dans l'historique.
journal-unkeepable = Ceci n'a pas pu être gardé : une valeur dépasse les limites de l'historique.
journal-sqlite = L'historique n'a pas pu faire cela : { $reason }.

journal-new-device = Cet historique vient d'une autre machine. Il suit désormais son propre chemin ici ; rien n'est perdu.
journal-shared-device = Une copie de cet historique a suivi son propre chemin sous le même nom. Les réponses des deux côtés sont gardées et comptent, et celui-ci porte désormais un nouveau nom.
journal-rollback = L'historique se trouve dans un dossier réseau (ou dans un dossier où SQLite ne peut pas tenir son registre) : il est gardé d'une façon plus lente, et une seule machine à la fois devrait s'en servir.
journal-synced-folder = L'historique se trouve dans { $folder }, un dossier synchronisé fichier par fichier. Cela peut endommager une base de données : mieux vaut le garder ailleurs et synchroniser avec « carabin sync ».
