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
