"""Bank holidays in England and Wales, Good Friday and Christmas Day among them.

Written by scripts/bank-holidays. A day before `SINCE` or after `UNTIL` is not known here.
"""

from datetime import date

SINCE = date(2019, 1, 1)
UNTIL = date(2027, 12, 31)
ENGLAND_AND_WALES = frozenset(
    (
        date(2019, 1, 1),  # New Year's Day
        date(2019, 4, 19),  # Good Friday
        date(2019, 4, 22),  # Easter Monday
        date(2019, 5, 6),  # May Day
        date(2019, 5, 27),  # Spring Bank Holiday
        date(2019, 8, 26),  # Late Summer Bank Holiday
        date(2019, 12, 25),  # Christmas Day
        date(2019, 12, 26),  # Boxing Day
        date(2020, 1, 1),  # New Year's Day
        date(2020, 4, 10),  # Good Friday
        date(2020, 4, 13),  # Easter Monday
        date(2020, 5, 8),  # May Day
        date(2020, 5, 25),  # Spring Bank Holiday
        date(2020, 8, 31),  # Late Summer Bank Holiday
        date(2020, 12, 25),  # Christmas Day
        date(2020, 12, 26),  # Boxing Day
        date(2020, 12, 28),  # Boxing Day (observed)
        date(2021, 1, 1),  # New Year's Day
        date(2021, 4, 2),  # Good Friday
        date(2021, 4, 5),  # Easter Monday
        date(2021, 5, 3),  # May Day
        date(2021, 5, 31),  # Spring Bank Holiday
        date(2021, 8, 30),  # Late Summer Bank Holiday
        date(2021, 12, 25),  # Christmas Day
        date(2021, 12, 26),  # Boxing Day
        date(2021, 12, 27),  # Christmas Day (observed)
        date(2021, 12, 28),  # Boxing Day (observed)
        date(2022, 1, 1),  # New Year's Day
        date(2022, 1, 3),  # New Year's Day (observed)
        date(2022, 4, 15),  # Good Friday
        date(2022, 4, 18),  # Easter Monday
        date(2022, 5, 2),  # May Day
        date(2022, 6, 2),  # Spring Bank Holiday
        date(2022, 6, 3),  # Platinum Jubilee of Elizabeth II
        date(2022, 8, 29),  # Late Summer Bank Holiday
        date(2022, 9, 19),  # State Funeral of Queen Elizabeth II
        date(2022, 12, 25),  # Christmas Day
        date(2022, 12, 26),  # Boxing Day
        date(2022, 12, 27),  # Christmas Day (observed)
        date(2023, 1, 1),  # New Year's Day
        date(2023, 1, 2),  # New Year's Day (observed)
        date(2023, 4, 7),  # Good Friday
        date(2023, 4, 10),  # Easter Monday
        date(2023, 5, 1),  # May Day
        date(2023, 5, 8),  # Coronation of Charles III
        date(2023, 5, 29),  # Spring Bank Holiday
        date(2023, 8, 28),  # Late Summer Bank Holiday
        date(2023, 12, 25),  # Christmas Day
        date(2023, 12, 26),  # Boxing Day
        date(2024, 1, 1),  # New Year's Day
        date(2024, 3, 29),  # Good Friday
        date(2024, 4, 1),  # Easter Monday
        date(2024, 5, 6),  # May Day
        date(2024, 5, 27),  # Spring Bank Holiday
        date(2024, 8, 26),  # Late Summer Bank Holiday
        date(2024, 12, 25),  # Christmas Day
        date(2024, 12, 26),  # Boxing Day
        date(2025, 1, 1),  # New Year's Day
        date(2025, 4, 18),  # Good Friday
        date(2025, 4, 21),  # Easter Monday
        date(2025, 5, 5),  # May Day
        date(2025, 5, 26),  # Spring Bank Holiday
        date(2025, 8, 25),  # Late Summer Bank Holiday
        date(2025, 12, 25),  # Christmas Day
        date(2025, 12, 26),  # Boxing Day
        date(2026, 1, 1),  # New Year's Day
        date(2026, 4, 3),  # Good Friday
        date(2026, 4, 6),  # Easter Monday
        date(2026, 5, 4),  # May Day
        date(2026, 5, 25),  # Spring Bank Holiday
        date(2026, 8, 31),  # Late Summer Bank Holiday
        date(2026, 12, 25),  # Christmas Day
        date(2026, 12, 26),  # Boxing Day
        date(2026, 12, 28),  # Boxing Day (observed)
        date(2027, 1, 1),  # New Year's Day
        date(2027, 3, 26),  # Good Friday
        date(2027, 3, 29),  # Easter Monday
        date(2027, 5, 3),  # May Day
        date(2027, 5, 31),  # Spring Bank Holiday
        date(2027, 8, 30),  # Late Summer Bank Holiday
        date(2027, 12, 25),  # Christmas Day
        date(2027, 12, 26),  # Boxing Day
        date(2027, 12, 27),  # Christmas Day (observed)
        date(2027, 12, 28),  # Boxing Day (observed)
    )
)
