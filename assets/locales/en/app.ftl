## The screens, the plain mode and the command line.

app-name = Carabin

delay-less-than-a-minute = <1 min
delay-minutes = { $n } min
delay-hours = { $n } h
delay-days = { $n } d
delay-months = { $n } mo
delay-years = { $plural ->
   *[other] { $n } y
}
spent-seconds = { $n } s
spent-minutes = { $n } min
spent-hours = { $hours } h { $minutes }

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
