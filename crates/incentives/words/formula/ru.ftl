# Слова между именами в формуле.
formula-above-that = сверх того
formula-and = и
formula-as-of = день расчёта
formula-as-of-day = { $day }
formula-at-least = не меньше
formula-at-most = не больше
formula-at-most-share = но не больше доли
formula-below = меньше
formula-converted-by = по курсу
formula-count-of-lines = число строк
formula-else = иначе
formula-for-each = отдельно по столбцу
formula-greatest-of = наибольшее из
formula-if = если
formula-is-one-of = одно из
formula-least-of = наименьшее из
formula-marginal = по ступеням от
formula-measured-on = измеряется по
formula-months = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
   *[other] { $count } месяцев
}
formula-not = не
formula-of-itself-and = от суммы с
formula-on-day = на дату
formula-or = или
formula-rounded-half-up = округлено до { $step }, половина вверх
formula-rounded-half-even = округлено до { $step }, половина к чётному
formula-rounded-down = округлено вниз до { $step }
formula-rounded-up = округлено вверх до { $step }
formula-size-of = величина
formula-steps = по порогам от
formula-sum-of = сумма
formula-then = то
formula-up-to = до
formula-where = где
formula-year-of = год даты
formula-true = да
formula-false = нет
formula-either = да или нет
formula-range = от { $low } до { $high }
formula-from = от { $low }
formula-until = до { $high }
formula-anything = неизвестно
formula-not-in-force-since = действовало до { $day }, после этого нет
formula-not-in-force = не действует
formula-conflict = два положения противоречат друг другу: { $clauses }
formula-too-large = слишком большое число
formula-division-by-zero = деление на ноль
formula-no-rate = нет курса { $currency } на { $day }
