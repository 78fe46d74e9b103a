# git, which Carabin calls as it is installed.

git-missing = git is not installed, or not where programs are looked for. Install it (“apt install git”, “brew install git” or git-scm.com), then try again.
git-address = Carabin takes no such address: { $address }. It takes https://…, ssh://…, name@machine:folder or a folder of this machine.
git-offline = The repository could not be reached: { $detail }. Are you online?
git-refused = The repository refused: { $detail }. The credentials are git's own: see that a “git push” by hand works without being asked anything.
git-not-found = There is no repository at this address: { $detail }.
git-moved = Another device was writing to the repository at the same moment. Try again.
git-slow = git did not answer within { $seconds } seconds. Try again when the network is better.
git-heavy = This repository is larger than { $limit } MiB: that is too much, and nothing of it was taken.
git-large = git gave more than { $bytes } bytes: that is too much.
git-cancelled = Interrupted; nothing was left half done.
git-failed = “git { $command }” failed: { $detail }
