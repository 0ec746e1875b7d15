# Read a record's tables in R: a dyad-month panel and a table of positions.
#
#   dragoman code examples/reports --record river
#   dragoman ask events --record river -o events.parquet
#   dragoman ask positions --record river -o positions.parquet
#   dragoman ask dyads --record river --by country --per month -o dyad-months.csv
#   Rscript examples/read_record.R
#
# Needs the packages arrow, dplyr, readr and tidyr.

library(arrow)
library(dplyr)
library(readr)
library(tidyr)

# Dyad-months. A month without an event has no row: complete() adds it, within the months that the reports cover.
# 'asserted' is what reports say happened in their own voice; 'claimed' and 'denied' is what they pass on.
panel <- read_csv("dyad-months.csv", show_col_types = FALSE) |>
  select(period, actor, recipient, asserted, claimed, denied, score_asserted) |>
  complete(
    period = seq(min(period), max(period), by = "month"), nesting(actor, recipient),
    fill = list(asserted = 0, claimed = 0, denied = 0)
  ) |>
  arrange(actor, recipient, period)
print(panel)

# Events: lists of ids become rows, one for each actor. Only what happened, on the report's own word, and not doubted too much.
by_actor <- read_parquet("events.parquet") |>
  filter(status == "actual", standing == "reporter", confidence >= 0.3) |>
  select(day, type, actors, recipients, score, document, publisher) |>
  unnest_longer(actors, values_to = "actor") |>
  count(actor, type, sort = TRUE)
print(by_actor)

# Positions: the latest stance of each holder on each question.
stances <- read_parquet("positions.parquet") |>
  filter(tense == "current", standing != "denied", !is.na(holder)) |>
  arrange(as_of) |>
  group_by(question, holder) |>
  slice_tail(n = 1) |>
  ungroup() |>
  select(question_text, holder, holder_name, stance, as_of)
print(stances)
