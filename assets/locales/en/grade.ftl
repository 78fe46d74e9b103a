## What is said about a typed answer, beside the verdict.

grade-remark-accents = Only the accents differ.
grade-remark-spelling = The spelling differs a little.
grade-remark-unit-missing = The unit is missing.
grade-remark-acronym = The acronym on one side, the words on the other.
grade-remark-ambiguous-acronym = This acronym has several meanings.
grade-remark-less-precise = Less precise than the expected answer.
grade-remark-word-order = The words are in another order.
grade-remark-missing-words = Some words are missing.
grade-remark-extra-words = There are words too many.
grade-remark-confusable = Not to be confused: { $typed } and { $expected }.
grade-remark-negation = One says yes, the other no.
grade-remark-number = That is not the number.
grade-remark-unit = That is not the unit.
grade-remark-expansion-wanted = The acronym is not enough: the question asks what it stands for.
grade-remark-acronym-wanted = The question asks for the acronym.
grade-remark-hedged = Several answers at once, and not all of them right.
