"""Makes next_day_features.csv: pandas' shift(1) and shift(1).rolling(7).mean() of made-up sales.

Run with Python 3 and pandas 2 or later, in this folder: python3 make_fixture.py
"""

import pathlib

import pandas as pd

DAYS = 60

# A level, a week and a wobble, with quarters so that means are not whole numbers.
sales = pd.Series(
    [(120 + [0, -15, 4, 9, 22, 61, 38][day % 7] + day * 37 % 23) / 4 for day in range(DAYS)],
    index=pd.date_range("2023-12-20", periods=DAYS, name="date"),
    name="sales",
)
before = sales.shift(1)
frame = pd.DataFrame(
    {"sales": sales, "lag_1": before, "rolling_mean_7": before.rolling(7).mean()}
)
frame.to_csv(
    pathlib.Path(__file__).with_name("next_day_features.csv"),
    float_format="%.9g",
    lineterminator="\n",
)
