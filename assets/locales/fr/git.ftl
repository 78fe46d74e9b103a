# git, que Carabin appelle tel qu'il est installé.

git-missing = git n'est pas installé, ou n'est pas là où le système cherche ses programmes. Installez-le (« apt install git », « brew install git » ou git-scm.com), puis réessayez.
git-address = Ceci n'est pas une adresse que Carabin accepte : { $address }. Il prend https://…, ssh://…, nom@machine:dossier ou un dossier de cette machine.
git-offline = Le dépôt n'a pas pu être joint : { $detail }. Êtes-vous en ligne ?
git-refused = Le dépôt a refusé : { $detail }. Les identifiants sont ceux de git : vérifiez qu'un « git push » à la main passe sans rien demander.
git-not-found = Il n'y a pas de dépôt à cette adresse : { $detail }.
git-moved = Un autre appareil écrivait dans le dépôt au même moment. Réessayez.
git-slow = git n'a pas répondu en { $seconds } secondes. Réessayez quand le réseau ira mieux.
git-heavy = Ce dépôt dépasse { $limit } Mio : c'est trop, et rien n'en a été pris.
git-large = git a rendu plus de { $bytes } octets : c'est trop.
git-cancelled = Interrompu ; rien n'a été laissé à moitié.
git-failed = « git { $command } » a échoué : { $detail }
