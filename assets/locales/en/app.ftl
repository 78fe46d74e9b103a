## The screens, the plain mode and the command line.
app-name = Carabin
