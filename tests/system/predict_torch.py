#!/usr/bin/env python3
"""Writes what PyTorch predicts from the weights of the committed bundle: predict_torch.json.

    python3 tests/system/predict_torch.py

Run from the top of the repository whenever tests/shelfcast.model/fixtures/bundle-v1 was made anew.
Needs torch only (made with 2.13.0, CPU). The bundle is read here from its description alone
(manifest.json's scalers, the safetensors format), without any code of Shelfcast's.
"""
import json
import struct
from pathlib import Path

import torch

STORE = Path("tests/shelfcast.model/fixtures/bundle-v1")
OUT = Path("tests/system/predict_torch.json")
# Inside the range seen in training, at its ends, and far outside.
SHARES = [-0.5, 0.0, 0.13, 0.5, 0.77, 1.0, 1.6]


def tensors(file):
    """The tensors of a safetensors file: 8 bytes of header length, JSON, then the numbers."""
    content = file.read_bytes()
    (length,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8 : 8 + length])
    data = content[8 + length :]
    read = {}
    for name, entry in header.items():
        if name != "__metadata__":
            assert entry["dtype"] == "F32", (name, entry)
            begin, end = entry["data_offsets"]
            flat = torch.frombuffer(bytearray(data[begin:end]), dtype=torch.float32)
            read[name] = flat.reshape(entry["shape"])
    return read


class NextDay(torch.nn.Module):
    def __init__(self, inputs, hidden, layers, outputs):
        super().__init__()
        self.lstm = torch.nn.LSTM(inputs, hidden, layers, batch_first=True)
        self.dense = torch.nn.Linear(hidden, outputs)

    def forward(self, x):
        return self.dense(self.lstm(x)[0])


def main():
    version = json.loads((STORE / "models/current.json").read_text())["version"]
    manifest = json.loads((STORE / "models" / version / "manifest.json").read_text())
    prefix = "next_day."
    weights = tensors(STORE / "models" / version / "model.safetensors")
    model = NextDay(**manifest["architecture"]["next_day"])
    model.load_state_dict(
        {name.removeprefix(prefix): t for name, t in weights.items() if name.startswith(prefix)}
    )
    scalers = manifest["scalers"]["next_day"]
    rows = []
    for series, (low, high) in [(None, scalers["pooled"]), *sorted(scalers["series"].items())]:
        low, high = torch.tensor(low), torch.tensor(high)
        for first in SHARES:
            for second in SHARES:
                features = torch.stack([low + first * (high - low), low + second * (high - low)])
                scaled = (features - low) / (high - low)
                with torch.no_grad():
                    output = model(scaled.reshape(1, 1, 2)).reshape(())
                prediction = torch.clamp(low + output * (high - low), min=0)  # units sold
                row = {} if series is None else {"series_id": series}
                row["lag_1"], row["rolling_mean_7"] = (f.item() for f in features)
                if min(features) >= 0:
                    rows.append({"request": row, "prediction": prediction.item()})
    lines = ",\n".join("    " + json.dumps(row) for row in rows)
    OUT.write_text(f'{{\n  "version": "{version}",\n  "predictions": [\n{lines}\n  ]\n}}\n')
    print(f"wrote {len(rows)} predictions to {OUT}")


if __name__ == "__main__":
    main()
