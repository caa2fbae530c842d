#!/usr/bin/env python3
"""Writes the fixtures that the tests hold shelfcast.lstm against, by PyTorch and safetensors.

    python3 tests/shelfcast.lstm/make_fixtures.py

Made with torch 2.13.0 (CPU) and safetensors 0.8.0. All tensors are float32 with one or two
dimensions: a batch of windows is a matrix of (windows * steps) rows, window by window.

network.safetensors   two layers with random parameters
training.safetensors  a batch for it, with row and step weights: outputs, loss, gradients, and the
                      parameters after 1 and 10 steps of Adam with clipped gradients
next_day.safetensors  a single layer of 32 units on two features
predictions.safetensors  windows for it of 1 and of 14 steps, and the outputs after the last step
"""
from pathlib import Path

import torch
from safetensors.torch import save_file

HERE = Path(__file__).parent / "shelfcast" / "lstm" / "fixtures"
LEARNING_RATE, CLIP_NORM = 0.01, 0.05


class Model(torch.nn.Module):
    def __init__(self, inputs, hidden, layers, outputs):
        super().__init__()
        self.lstm = torch.nn.LSTM(inputs, hidden, layers, batch_first=True)
        self.dense = torch.nn.Linear(hidden, outputs)

    def forward(self, x):
        return self.dense(self.lstm(x)[0])


def tensors(module, prefix=""):
    return {prefix + name: value.detach().clone() for name, value in module.named_parameters()}


def gradients(module, prefix):
    return {prefix + name: value.grad.clone() for name, value in module.named_parameters()}


def flat(x):
    return x.detach().reshape(-1, x.shape[-1]).contiguous()


def training():
    windows, steps, inputs, hidden, layers, outputs = 11, 6, 3, 5, 2, 2
    torch.manual_seed(1)
    model = Model(inputs, hidden, layers, outputs)
    save_file(
        tensors(model),
        HERE / "network.safetensors",
        {"note": "two layers \u2013 by PyTorch"},
    )
    x, y = torch.randn(windows, steps, inputs), torch.randn(windows, steps, outputs)
    rows = torch.rand(windows, steps)
    rows[2, 3] = rows[4, 0] = 0
    step_weights = torch.tensor([3.0, 1.0, 0.0, 1.0, 0.5, 2.0])
    weights = (rows * step_weights).unsqueeze(-1)

    def loss(kind):
        each = kind(model(x), y)
        return (each * weights).sum() / (weights.sum() * outputs)

    found = {
        "inputs": flat(x),
        "targets": flat(y),
        "weights": rows.flatten(),
        "step_weights": step_weights,
        "outputs": flat(model(x)),
    }
    huber = loss(torch.nn.HuberLoss(reduction="none", delta=0.5))
    huber.backward()
    found |= {"huber_loss": huber.detach().reshape(1)} | gradients(model, "huber_gradient.")
    squared = torch.nn.MSELoss(reduction="none")
    adam = torch.optim.Adam(model.parameters(), LEARNING_RATE)
    losses = []
    for step in range(1, 11):
        adam.zero_grad()
        value = loss(squared)
        value.backward()
        losses.append(value.item())
        if step == 1:
            found |= gradients(model, "gradient.")
        torch.nn.utils.clip_grad_norm_(model.parameters(), CLIP_NORM)
        adam.step()
        if step in (1, 10):
            found |= tensors(model, f"after_{step}.")
    found["losses"] = torch.tensor(losses)
    save_file(found, HERE / "training.safetensors")


def predictions():
    torch.manual_seed(2)
    model = Model(2, 32, 1, 1)
    save_file(tensors(model), HERE / "next_day.safetensors", {"note": "next-day"})
    single, window = torch.rand(20, 1, 2), torch.rand(20, 14, 2)
    found = {
        "single": flat(single),
        "single_output": flat(model(single)[:, -1]),
        "window": flat(window),
        "window_output": flat(model(window)[:, -1]),
    }
    save_file(found, HERE / "predictions.safetensors")


training()
predictions()
